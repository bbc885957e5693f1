package setu.core.anchor;

import java.time.DateTimeException;
import java.time.Instant;

/**
 * What one of several anchors of a pair says of it. Where it came in as a conflict, that is what
 * the row of the file, or the other person, said, and not who brought it in.
 *
 * @param who empty where that is not known
 * @param origin where the pair came from, such as a file
 */
public record Statement(AnchorStatus status, String who, Instant when, String origin) {
  /** What an anchor says. */
  public static Statement of(Anchor anchor) {
    AnchorStatus status = AnchorImport.says(anchor);
    for (String tag : anchor.tags()) {
      int space = tag.lastIndexOf(' ');
      if (tag.startsWith(ThreeWayMerge.SAID_BY) && space > 0) {
        try {
          Instant when = Instant.parse(tag.substring(space + 1));
          String who = tag.substring(ThreeWayMerge.SAID_BY.length(), space);
          return new Statement(status, who, when, anchor.origin());
        } catch (DateTimeException e) {
          break; // Somebody wrote the tag by hand.
        }
      }
    }
    return new Statement(status, anchor.author(), anchor.changed(), anchor.origin());
  }

  /** The tag that keeps who said it and when. */
  String signature() {
    return ThreeWayMerge.SAID_BY + who + " " + when;
  }
}
