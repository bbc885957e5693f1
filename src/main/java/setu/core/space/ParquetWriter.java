package setu.core.space;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import setu.core.file.SafeWrite;
import setu.core.math.FloatMatrix;
import setu.core.task.Cancellation;
import setu.core.task.Phase;
import setu.core.task.Progress;

/**
 * Writes a Parquet file: a column {@code word} of text and a column {@code vector} of lists of
 * 32-bit floats, or a column of them a dimension; plain and uncompressed, in row groups of some
 * megabytes.
 */
final class ParquetWriter implements SpaceWriter {
  private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
  private static final int GROUP_BYTES = 1 << 26;
  private static final int PAGE_BYTES = 1 << 20;

  private final boolean byColumn;

  /** Of one column of lists, or of one column a dimension. */
  ParquetWriter(boolean byColumn) {
    this.byColumn = byColumn;
  }

  @Override
  public void write(
      Path file,
      List<String> words,
      FloatMatrix vectors,
      Progress progress,
      Cancellation cancellation) {
    progress.begin(Phase.WRITE, vectors.rows());
    SafeWrite.write(
        file, out -> new Groups(out, words, vectors, byColumn).write(progress, cancellation));
  }

  /** Where a column's pages lie, and their size. */
  private record Chunk(long offset, long bytes, long values) {}

  /** A row group: its chunks, that of the words first, and its rows. */
  private record Group(List<Chunk> chunks, int rows) {}

  /** One file under way. */
  private static final class Groups {
    private final OutputStream out;
    private final List<String> words;
    private final FloatMatrix vectors;
    private final boolean byColumn;
    private final List<Group> groups = new ArrayList<>();
    private long position;

    Groups(OutputStream out, List<String> words, FloatMatrix vectors, boolean byColumn) {
      this.out = out;
      this.words = words;
      this.vectors = vectors;
      this.byColumn = byColumn;
    }

    void write(Progress progress, Cancellation cancellation) throws IOException {
      put(MAGIC);
      int d = vectors.columns();
      int together = Math.max(1, GROUP_BYTES / (4 * d + 16));
      for (int from = 0; from < vectors.rows(); from += together) {
        cancellation.check();
        int to = (int) Math.min(vectors.rows(), (long) from + together);
        List<Chunk> chunks = new ArrayList<>();
        chunks.add(texts(from, to));
        if (byColumn) {
          for (int column = 0; column < d; column++) {
            cancellation.check();
            chunks.add(column(column, from, to));
          }
        } else {
          chunks.add(lists(from, to, cancellation));
        }
        groups.add(new Group(chunks, to - from));
        progress.advance(to - from);
      }
      byte[] footer = footer();
      put(footer);
      put(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(footer.length).array());
      put(MAGIC);
    }

    private Chunk texts(int from, int to) throws IOException {
      long start = position;
      for (int begin = from; begin < to; ) {
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        int row = begin;
        for (; row < to && page.size() < PAGE_BYTES; row++) {
          byte[] text = SpaceOutput.utf8(words.get(row));
          littleEndian(page, text.length);
          page.write(text);
        }
        page(page.toByteArray(), row - begin);
        begin = row;
      }
      return new Chunk(start, position - start, to - from);
    }

    private Chunk column(int column, int from, int to) throws IOException {
      int together = PAGE_BYTES / Float.BYTES;
      long start = position;
      for (int begin = from; begin < to; begin += together) {
        int end = (int) Math.min(to, (long) begin + together);
        ByteBuffer page = ByteBuffer.allocate(4 * (end - begin)).order(ByteOrder.LITTLE_ENDIAN);
        for (int row = begin; row < end; row++) {
          page.putFloat(vectors.get(row, column));
        }
        page(page.array(), end - begin);
      }
      return new Chunk(start, position - start, to - from);
    }

    private Chunk lists(int from, int to, Cancellation cancellation) throws IOException {
      int d = vectors.columns();
      int together = Math.max(1, PAGE_BYTES / (4 * d));
      SpaceOutput.Floats floats = new SpaceOutput.Floats(vectors);
      long start = position;
      for (int begin = from; begin < to; begin += together) {
        cancellation.check();
        int end = (int) Math.min(to, (long) begin + together);
        int values = Math.multiplyExact(end - begin, d);
        ByteArrayOutputStream page = new ByteArrayOutputStream(4 * values + 1024);
        levels(page, repetitions(end - begin, d));
        levels(page, run(values, 1));
        for (int row = begin; row < end; row++) {
          floats.write(page, row);
        }
        page(page.toByteArray(), values);
      }
      return new Chunk(start, position - start, (long) (to - from) * d);
    }

    /** Repetition levels: 0 begins a list, 1 goes on with it. */
    private static byte[] repetitions(int rows, int d) throws IOException {
      ByteArrayOutputStream runs = new ByteArrayOutputStream();
      for (int row = 0; row < rows; row++) {
        runs.write(run(1, 0));
        if (d > 1) {
          runs.write(run(d - 1, 1));
        }
      }
      return runs.toByteArray();
    }

    /** A run of one level of width 1, in Parquet's hybrid encoding. */
    private static byte[] run(int count, int level) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      ThriftOutput.unsigned(bytes, (long) count << 1);
      bytes.write(level);
      return bytes.toByteArray();
    }

    private static void levels(OutputStream page, byte[] runs) throws IOException {
      littleEndian(page, runs.length);
      page.write(runs);
    }

    private static void littleEndian(OutputStream to, int value) throws IOException {
      to.write(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array());
    }

    private void page(byte[] content, int values) throws IOException {
      put(ParquetTables.pageHeader(content.length, values));
      put(content);
    }

    private byte[] footer() {
      ThriftOutput to = new ThriftOutput();
      List<String> dimensions = dimensions();
      if (byColumn) {
        ParquetTables.schemaByColumn(to, vectors.rows(), dimensions);
      } else {
        ParquetTables.schema(to, vectors.rows());
      }
      to.list(4, ThriftOutput.STRUCT, groups.size());
      for (Group group : groups) {
        to.begin();
        to.list(1, ThriftOutput.STRUCT, group.chunks().size());
        long bytes = 0;
        for (int i = 0; i < group.chunks().size(); i++) {
          List<String> path =
              i == 0
                  ? List.of("word")
                  : byColumn
                      ? List.of(dimensions.get(i - 1))
                      : List.of("vector", "list", "element");
          chunk(to, group.chunks().get(i), i == 0, path);
          bytes += group.chunks().get(i).bytes();
        }
        to.int64(2, bytes);
        to.int64(3, group.rows());
        to.end();
      }
      to.text(6, "Setu");
      to.end();
      return to.bytes();
    }

    /** The names of the dimensions' columns. */
    private List<String> dimensions() {
      return IntStream.range(0, byColumn ? vectors.columns() : 0).mapToObj(j -> "d" + j).toList();
    }

    private static void chunk(ThriftOutput to, Chunk chunk, boolean text, List<String> path) {
      int type = text ? ParquetTables.BYTE_ARRAY : ParquetTables.FLOAT;
      ParquetTables.chunk(to, type, path, chunk.values(), chunk.bytes(), chunk.offset());
    }

    private void put(byte[] bytes) throws IOException {
      out.write(bytes);
      position += bytes.length;
    }
  }
}
