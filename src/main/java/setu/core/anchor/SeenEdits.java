package setu.core.anchor;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Edits that somebody made of a dictionary as it was seen, brought onto the dictionary as it is: it
 * may have been edited since, and a judge does not see what others said.
 */
public final class SeenEdits {
  private SeenEdits() {}

  /**
   * The edits of the dictionary as it is. Of a pair only what differs from what was seen is
   * changed; a pair that is gone by then is left out, and so is the removal of one of which more is
   * said than was seen.
   *
   * @param seen what the edits were made from
   */
  public static List<Edit> onto(List<Edit> edits, AnchorSet seen, AnchorSet now) {
    List<Edit> made = new ArrayList<>();
    for (Edit edit : edits) {
      switch (edit) {
        case Edit.Add add -> made.add(add);
        case Edit.Change change -> {
          Draft before = draft(seen, change.id());
          Draft standing = draft(now, change.id());
          if (before != null && standing != null) {
            Draft draft = onto(change.draft(), before, standing);
            made.add(new Edit.Change(change.id(), draft, change.author()));
          }
        }
        case Edit.Remove remove -> {
          Draft standing = draft(now, remove.id());
          if (standing != null && standing.equals(draft(seen, remove.id()))) {
            made.add(remove);
          }
        }
      }
    }
    return made;
  }

  private static @Nullable Draft draft(AnchorSet anchors, long id) {
    Anchor anchor = anchors.get(id);
    return anchor == null ? null : Draft.of(anchor);
  }

  /**
   * What is said of a pair, with what a person changed of it.
   *
   * @param wanted what the person wants to be said
   * @param seen what the person saw
   * @param now what is said by now; of its tags those stay that the person did not see
   */
  public static Draft onto(Draft wanted, Draft seen, Draft now) {
    List<String> tags = new ArrayList<>(now.tags());
    tags.removeIf(tag -> seen.tags().contains(tag) && !wanted.tags().contains(tag));
    for (String tag : wanted.tags()) {
      if (!seen.tags().contains(tag) && !tags.contains(tag)) {
        tags.add(tag);
      }
    }
    return new Draft(
        changed(seen.source(), wanted.source(), now.source()),
        changed(seen.target(), wanted.target(), now.target()),
        changed(seen.status(), wanted.status(), now.status()),
        changed(seen.pos(), wanted.pos(), now.pos()),
        changed(seen.category(), wanted.category(), now.category()),
        changed(seen.note(), wanted.note(), now.note()),
        changed(seen.comment(), wanted.comment(), now.comment()),
        tags,
        changed(seen.preferred(), wanted.preferred(), now.preferred()),
        changed(seen.origin(), wanted.origin(), now.origin()));
  }

  private static <T> T changed(T seen, T wanted, T now) {
    return Objects.equals(seen, wanted) ? now : wanted;
  }
}
