package setu.gui.common;

import java.util.stream.Collectors;
import setu.core.space.Twin;
import setu.message.Messages;

/** How a twin differs from a word, in code points. */
public final class TwinText {
  private TwinText() {}

  /** What a twin has more or less, in words, with places. */
  public static String differences(Twin twin, Messages messages) {
    return twin.differences().stream()
        .map(
            difference ->
                messages.text(
                    difference.added() ? "gui.anchors.twinAdds" : "gui.anchors.twinLacks",
                    difference.name(),
                    difference.index() + 1))
        .collect(Collectors.joining(", "));
  }
}
