package setu.core.space;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import setu.core.fault.SpaceFault;
import setu.core.task.Cancellation;
import setu.core.task.Progress;

/**
 * Reads Arrow IPC files and streams, batch by batch: a column of words and a column of lists of
 * floats, or one column of floats a dimension. Only the columns needed are unpacked.
 */
public final class ArrowReader implements SpaceReader {
  private static final byte[] MAGIC = "ARROW1".getBytes(StandardCharsets.US_ASCII);
  private static final int CONTINUES = -1;
  private static final int SCHEMA = 1;
  private static final int BATCH = 3;
  private static final int LONGEST_MESSAGE = 1 << 26;
  private static final int SMALLEST_ROW = 4;

  /** A reader. */
  public ArrowReader() {}

  @Override
  public boolean accepts(byte[] head) {
    if (Magic.begins(head, MAGIC)) {
      return true;
    }
    if (head.length < 16) {
      return false;
    }
    ByteBuffer bytes = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
    int length = bytes.getInt(4);
    if (bytes.getInt(0) != CONTINUES || length < 16 || length > LONGEST_MESSAGE) {
      return false;
    }
    try {
      return FlatTable.root(bytes.slice(8, head.length - 8).order(ByteOrder.LITTLE_ENDIAN))
              .int8(1, 0)
          == SCHEMA;
    } catch (IndexOutOfBoundsException | ArithmeticException e) {
      return false;
    }
  }

  @Override
  public EmbeddingSpace read(
      Path file, ReadOptions options, Progress progress, Cancellation cancellation) {
    return BinaryReading.read(
        file,
        null,
        options,
        progress,
        cancellation,
        in -> {
          try {
            return new Table(file, in, options).read();
          } catch (IndexOutOfBoundsException | ArithmeticException e) {
            throw new SpaceFault(SpaceFault.Problem.DAMAGED, file, 0, "Arrow", e);
          }
        });
  }

  /** One reading of one file. */
  private static final class Table {
    private final Path file;
    private final SpaceInput in;
    private final ReadOptions options;
    private SpaceFormat format = SpaceFormat.ARROW_STREAM;
    private @Nullable TableColumns columns;
    private @Nullable SpaceBuilder builder;
    private long place;

    Table(Path file, SpaceInput in, ReadOptions options) {
      this.file = file;
      this.in = in;
      this.options = options;
    }

    SpaceBuilder read() throws IOException {
      int first = in.readInt();
      if (first != CONTINUES) {
        format = SpaceFormat.ARROW;
        in.skip(4);
        return in.gzip() ? messages(in.readInt()) : indexed();
      }
      return messages(first);
    }

    /** Reads the batches that a file's index names. */
    private SpaceBuilder indexed() throws IOException {
      ArrowFooter footer = ArrowFooter.of(file);
      schema(footer.schema());
      for (long offset : footer.batches()) {
        if (builder != null && builder.full()) {
          break;
        }
        if (offset < in.position()) {
          throw new IndexOutOfBoundsException(Long.toString(offset));
        }
        in.skip(offset - in.position());
        if (in.readInt() != CONTINUES) {
          throw new SpaceFault(SpaceFault.Problem.UNSUPPORTED, file, "Arrow < 0.15");
        }
        message(in.readInt());
      }
      return finished();
    }

    /** Reads one message after another. */
    private SpaceBuilder messages(int begin) throws IOException {
      int first = begin;
      while (first == CONTINUES) {
        int length = in.readInt();
        if (length == 0 || (builder != null && builder.full())) {
          break;
        }
        message(length);
        first = next();
      }
      return finished();
    }

    private SpaceBuilder finished() {
      if (builder == null) {
        throw new SpaceFault(SpaceFault.Problem.NO_ROWS, file, "0");
      }
      return builder;
    }

    /** The mark of the next message; a stream may also just end. */
    private int next() throws IOException {
      int byte0 = in.readByteOrEnd();
      if (byte0 < 0) {
        return 0;
      }
      return byte0 | in.readByte() << 8 | in.readByte() << 16 | in.readByte() << 24;
    }

    private void message(int length) throws IOException {
      byte[] metadata = in.readBytes(length & 0xFFFFFFFFL, LONGEST_MESSAGE);
      FlatTable message = FlatTable.root(ByteBuffer.wrap(metadata).order(ByteOrder.LITTLE_ENDIAN));
      FlatTable header = message.table(2);
      long bodyLength = message.int64(3, 0);
      int kind = message.int8(1, 0);
      if (header == null) {
        throw new SpaceFault(SpaceFault.Problem.DAMAGED, file, "Arrow");
      }
      if (kind == SCHEMA) {
        schema(header);
      }
      if (kind != BATCH || columns == null) {
        in.skip(bodyLength);
        return;
      }
      in.require(bodyLength, 1);
      RowStore.requireMemory(file, bodyLength);
      try (Arena arena = Arena.ofConfined()) {
        MemorySegment body = arena.allocate(bodyLength, 8);
        in.readFully(body);
        batch(columns, new ArrowBatch(file, header, body), bodyLength);
      }
    }

    private void schema(FlatTable schema) {
      if (schema.int16(0, 0) != 0) {
        throw new SpaceFault(SpaceFault.Problem.UNSUPPORTED, file, "Arrow, big-endian");
      }
      columns = TableColumns.of(file, ArrowField.ofSchema(schema));
      BinaryReading.requireCounts(file, columns.count() >= 0, options);
    }

    private void batch(TableColumns shape, ArrowBatch batch, long bodyLength) throws IOException {
      long rows = batch.rows();
      if (rows < 0 || rows > bodyLength / SMALLEST_ROW * 255 + 8) {
        throw new SpaceFault(SpaceFault.Problem.DAMAGED, file, rows + " > " + bodyLength + " B");
      }
      List<@Nullable ArrowColumn> found = batch.columns(shape.fields(), shape.wanted());
      List<ArrowColumn> vectors = new ArrayList<>();
      for (int index : shape.vectors()) {
        vectors.add(TableColumns.present(found.get(index)));
      }
      ArrowColumn words = TableColumns.present(found.get(shape.word()));
      ArrowColumn counts = shape.count() < 0 ? null : found.get(shape.count());
      SpaceBuilder into = builder;
      for (long row = 0; row < rows; row++) {
        if (into == null) {
          into = begin(shape, vectors, row);
          if (into == null) {
            continue;
          }
          builder = into;
        }
        if (into.full()) {
          return;
        }
        String word = words.text(row);
        if (into.takes(word, counts == null ? 0 : counts.whole(row))) {
          add(into, shape, vectors, word, row);
        }
        place++;
      }
    }

    private float[] values = {};
    private byte[] bytes = {};

    /** The builder, once a row tells how many dimensions there are; null till then. */
    private @Nullable SpaceBuilder begin(TableColumns shape, List<ArrowColumn> vectors, long row) {
      long dimensions = shape.lists() ? vectors.get(0).length(row) : vectors.size();
      if (dimensions == 0) {
        place++;
        return null;
      }
      BinaryReading.requireShape(file, 1, dimensions);
      in.requireAll(dimensions);
      int d = (int) dimensions;
      values = new float[d];
      bytes = new byte[Math.multiplyExact(d, Double.BYTES)];
      long expected = in.likelyAll(4L * d);
      SpaceBuilder begun = new SpaceBuilder(file, format, expected, d, options);
      for (long before = 1; before <= place; before++) {
        begun.refuse(LoadReport.Reason.TOO_FEW_NUMBERS, "", before);
      }
      return begun;
    }

    private void add(
        SpaceBuilder into, TableColumns shape, List<ArrowColumn> vectors, String word, long row) {
      if (shape.lists()) {
        long length = vectors.get(0).length(row);
        if (length != values.length) {
          into.refuse(
              length < values.length
                  ? LoadReport.Reason.TOO_FEW_NUMBERS
                  : LoadReport.Reason.TOO_MANY_NUMBERS,
              word,
              place + 1);
          return;
        }
        vectors.get(0).numbers(row, bytes, values);
      } else {
        float[] one = new float[1];
        for (int j = 0; j < values.length; j++) {
          values[j] = vectors.get(j).number(row, bytes, one);
        }
      }
      into.add(word, values, 0, place + 1);
    }
  }
}
