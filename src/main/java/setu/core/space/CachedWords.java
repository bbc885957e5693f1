package setu.core.space;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;

/** Words in a mapped cache file, each made a string when it is first asked for. */
final class CachedWords {
  private final MemorySegment text;
  private final MemorySegment ends;

  /** UTF-8 text of all words one after another, and for each the index after its last byte. */
  CachedWords(MemorySegment text, MemorySegment ends) {
    this.text = text;
    this.ends = ends;
  }

  int size() {
    return (int) (ends.byteSize() / Integer.BYTES);
  }

  String word(int row) {
    int from = row == 0 ? 0 : ends.getAtIndex(JAVA_INT, row - 1);
    int to = ends.getAtIndex(JAVA_INT, row);
    byte[] bytes = text.asSlice(from, to - from).toArray(JAVA_BYTE);
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
