package setu.core.space;

import com.google.flatbuffers.FlatBufferBuilder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import setu.core.math.FloatMatrix;
import setu.core.task.Cancellation;
import setu.core.task.Phase;
import setu.core.task.Progress;

/**
 * Writes an Arrow IPC file or stream: a column {@code word} of text and a column {@code vector} of
 * fixed-size lists of 32-bit floats, in batches of some megabytes.
 */
final class ArrowWriter implements SpaceWriter {
  private static final byte[] MAGIC = "ARROW1".getBytes(StandardCharsets.US_ASCII);
  private static final int BATCH_BYTES = 1 << 24;
  private static final int ALIGNMENT = 8;

  private final boolean stream;

  /** Of the stream form, or of the file form, which has an index at its end. */
  ArrowWriter(boolean stream) {
    this.stream = stream;
  }

  /** Where a message lies: its offset, and the lengths of its two parts. */
  private record Block(long offset, int metadata, long body) {}

  @Override
  public void write(
      Path file,
      List<String> words,
      FloatMatrix vectors,
      Progress progress,
      Cancellation cancellation) {
    progress.begin(Phase.WRITE, vectors.rows());
    SpaceOutput.file(
        file, out -> new Messages(out, words, vectors).write(stream, progress, cancellation));
  }

  /** One file under way. */
  private static final class Messages {
    private final OutputStream out;
    private final List<String> words;
    private final FloatMatrix vectors;
    private final SpaceOutput.Floats floats;
    private final List<Block> blocks = new ArrayList<>();
    private long position;

    Messages(OutputStream out, List<String> words, FloatMatrix vectors) {
      this.out = out;
      this.words = words;
      this.vectors = vectors;
      this.floats = new SpaceOutput.Floats(vectors);
    }

    void write(boolean stream, Progress progress, Cancellation cancellation) throws IOException {
      if (!stream) {
        put(MAGIC);
        pad();
      }
      FlatBufferBuilder schema = new FlatBufferBuilder();
      message(schema, ArrowTables.SCHEMA, ArrowTables.schema(schema, vectors.columns()), 0);
      int together = Math.max(1, BATCH_BYTES / (4 * vectors.columns() + 16));
      for (int from = 0; from < vectors.rows(); from += together) {
        cancellation.check();
        int to = (int) Math.min(vectors.rows(), (long) from + together);
        batch(from, to);
        progress.advance(to - from);
      }
      putInt(-1);
      putInt(0);
      if (!stream) {
        footer();
      }
    }

    private void batch(int from, int to) throws IOException {
      byte[][] texts = new byte[to - from][];
      ByteBuffer offsets =
          ByteBuffer.allocate(4 * (texts.length + 1)).order(ByteOrder.LITTLE_ENDIAN);
      int end = 0;
      offsets.putInt(0);
      for (int i = 0; i < texts.length; i++) {
        texts[i] = SpaceOutput.utf8(words.get(from + i));
        end = Math.addExact(end, texts[i].length);
        offsets.putInt(end);
      }
      long[] lengths = {offsets.capacity(), end, 4L * vectors.columns() * texts.length};
      FlatBufferBuilder batch = new FlatBufferBuilder();
      long body = 0;
      for (long length : lengths) {
        body += padded(length);
      }
      int table = ArrowTables.batch(batch, texts.length, lengths);
      blocks.add(message(batch, ArrowTables.BATCH, table, body));
      put(offsets.array());
      pad();
      for (byte[] text : texts) {
        put(text);
      }
      pad();
      for (int row = from; row < to; row++) {
        floats.write(out, row);
      }
      position += lengths[2];
      pad();
    }

    /** Writes a message's metadata; its body comes next. */
    private Block message(FlatBufferBuilder builder, int kind, int table, long body)
        throws IOException {
      ArrowTables.finish(builder, kind, table, body);
      byte[] metadata = builder.sizedByteArray();
      long start = position;
      int length = (int) padded(metadata.length);
      putInt(-1);
      putInt(length);
      put(metadata);
      pad();
      return new Block(start, 8 + length, body);
    }

    private void footer() throws IOException {
      FlatBufferBuilder builder = new FlatBufferBuilder();
      int schema = ArrowTables.schema(builder, vectors.columns());
      builder.startVector(24, blocks.size(), ALIGNMENT);
      for (Block block : blocks.reversed()) {
        builder.prep(ALIGNMENT, 24);
        builder.putLong(block.body());
        builder.pad(4);
        builder.putInt(block.metadata());
        builder.putLong(block.offset());
      }
      int batches = builder.endVector();
      ArrowTables.finishFooter(builder, schema, batches);
      byte[] footer = builder.sizedByteArray();
      put(footer);
      putInt(footer.length);
      put(MAGIC);
    }

    private void put(byte[] bytes) throws IOException {
      out.write(bytes);
      position += bytes.length;
    }

    private void putInt(int value) throws IOException {
      put(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array());
    }

    private void pad() throws IOException {
      put(new byte[(int) (padded(position) - position)]);
    }

    private static long padded(long length) {
      return Math.ceilDiv(length, ALIGNMENT) * ALIGNMENT;
    }
  }
}
