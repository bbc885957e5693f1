package setu.core.space;

import java.util.Arrays;

/** The first bytes by which files are known. */
final class Magic {
  private Magic() {}

  /** Whether a file's head begins with {@code magic}. */
  static boolean begins(byte[] head, byte[] magic) {
    return head.length >= magic.length
        && Arrays.equals(head, 0, magic.length, magic, 0, magic.length);
  }
}
