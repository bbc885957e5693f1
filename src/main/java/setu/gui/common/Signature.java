package setu.gui.common;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import setu.core.anchor.Anchor;

/** Who said last what stands of a pair, and when. */
public final class Signature {
  private static final DateTimeFormatter TODAY = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final DateTimeFormatter BEFORE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  private Signature() {}

  /** Who added or changed it last, and when; nobody where that is hidden from a judge. */
  public static String of(Anchor anchor) {
    ZoneId zone = ZoneId.systemDefault();
    var when = anchor.changed().atZone(zone);
    boolean today = when.toLocalDate().equals(LocalDate.now(zone));
    String moment = (today ? TODAY : BEFORE).format(when);
    return anchor.author().isEmpty() ? moment : anchor.author() + " · " + moment;
  }
}
