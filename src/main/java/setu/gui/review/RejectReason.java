package setu.gui.review;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Why a pair is rejected, each with the digit to press. */
enum RejectReason {
  OTHER_WORD(1),
  OTHER_SENSE(2),
  OTHER_POS(3),
  OTHER_FORM(4),
  NOT_A_WORD(5);

  private final int digit;

  RejectReason(int digit) {
    this.digit = digit;
  }

  /** The digit to press. */
  int digit() {
    return digit;
  }

  /** The reason of a digit; null where it has none. */
  static @Nullable RejectReason of(int digit) {
    for (RejectReason reason : values()) {
      if (reason.digit == digit) {
        return reason;
      }
    }
    return null;
  }

  /** The reason of a tag; null where it is none. */
  static @Nullable RejectReason of(String tag) {
    for (RejectReason reason : values()) {
      if (reason.tag().equals(tag)) {
        return reason;
      }
    }
    return null;
  }

  /** The tag the anchor gets. */
  String tag() {
    return "rejected:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
