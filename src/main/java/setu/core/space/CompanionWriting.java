package setu.core.space;

import java.nio.file.Path;
import java.util.List;
import setu.core.file.SafeWrite;

/** Writes vectors and, in a file beside them, their words. */
final class CompanionWriting {
  private CompanionWriting() {}

  /**
   * Replaces both files, each whole or not at all: the vectors are moved into place while the words
   * stand ready, and a pair broken by a kill between the two differs in number or is old.
   */
  static void write(Path file, List<String> words, String ending, SafeWrite.Content vectors) {
    SpaceOutput.requireWritable(file, words, "\t");
    SafeWrite.write(
        SpaceOutput.companion(file, ending),
        out -> {
          for (String word : words) {
            out.write(SpaceOutput.utf8(word));
            out.write('\n');
          }
          SpaceOutput.file(file, vectors);
        });
  }
}
