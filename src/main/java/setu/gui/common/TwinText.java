package setu.gui.common;

import java.util.stream.Collectors;
import setu.core.space.Twin;
import setu.message.Messages;

/** How a twin differs from a word, in code points. */
public final class TwinText {
  private TwinText() {}

  /** {@code +U+200D}: what the twin has more, or less. */
  public static String signed(Twin twin) {
    return twin.differences().stream()
        .map(difference -> (difference.added() ? "+" : "−") + difference.name())
        .distinct()
        .collect(Collectors.joining(" "));
  }

  /** The same in words, with places. */
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
