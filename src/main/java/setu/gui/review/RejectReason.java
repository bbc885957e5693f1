package setu.gui.review;

import java.util.Locale;

/** Why a pair is rejected: the digit to press is its place, from 1. */
enum RejectReason {
  OTHER_WORD,
  OTHER_SENSE,
  OTHER_POS,
  OTHER_FORM,
  NOT_A_WORD;

  /** The tag the anchor gets. */
  String tag() {
    return "rejected:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
