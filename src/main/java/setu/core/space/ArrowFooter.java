package setu.core.space;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import setu.core.fault.SpaceFault;

/**
 * The index at the end of an Arrow file.
 *
 * @param batches offsets of the record batches, ascending
 */
record ArrowFooter(FlatTable schema, List<Long> batches) {
  private static final int TAIL = 10;
  private static final int BLOCK = 24;
  private static final int LONGEST = 1 << 26;
  private static final String MAGIC = "ARROW1";

  /**
   * Reads it.
   *
   * @throws SpaceFault if there is none: the file was cut off
   */
  static ArrowFooter of(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      long size = channel.size();
      ByteBuffer tail = read(channel, Math.max(0, size - TAIL), TAIL);
      String magic = StandardCharsets.US_ASCII.decode(tail.slice(4, MAGIC.length())).toString();
      int length = tail.getInt(0);
      if (!magic.equals(MAGIC) || length < 8 || length > Math.min(LONGEST, size - 2L * TAIL)) {
        throw new SpaceFault(SpaceFault.Problem.CUT_OFF, file, size + " B");
      }
      FlatTable footer = FlatTable.root(read(channel, size - TAIL - length, length));
      FlatTable schema = footer.table(1);
      if (schema == null) {
        throw new SpaceFault(SpaceFault.Problem.DAMAGED, file, "Arrow");
      }
      List<Long> batches = new ArrayList<>();
      for (int i = 0; i < footer.length(3); i++) {
        batches.add(footer.structInt64(3, BLOCK, i, 0));
      }
      batches.sort(null);
      return new ArrowFooter(schema, List.copyOf(batches));
    }
  }

  private static ByteBuffer read(FileChannel channel, long from, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) > 0) {
      // Reads on; what is missing stays zero and is no magic.
    }
    return bytes.clear();
  }
}
