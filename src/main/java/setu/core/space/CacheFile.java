package setu.core.space;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import setu.core.file.SafeWrite;
import setu.core.math.FloatMatrix;
import setu.core.task.Cancellation;
import setu.core.task.Phase;
import setu.core.task.Progress;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A space as one file that is mapped, not read: header, words with their table, vectors, subwords,
 * counts.
 *
 * <p>The first 64 bytes are a mark, the file's length, the header's length and checksums of header
 * and words. Vectors are mapped copy-on-write: changing them changes no file.
 */
final class CacheFile {
  private static final long MARK = 0x53455455_53504331L;
  private static final int PREFIX = 64;
  private static final int ALIGNMENT = 64;
  private static final int LONGEST_HEADER = 1 << 24;
  private static final int PIECE = 1 << 20;
  private static final ByteOrder ORDER = ByteOrder.nativeOrder();
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private CacheFile() {}

  /** A cache file that is not what was written. */
  static final class Damaged extends IOException {
    private static final long serialVersionUID = 1L;

    Damaged(String what, @Nullable Throwable cause) {
      super(what, cause);
    }
  }

  /**
   * What the header says.
   *
   * @param text bytes of all words
   * @param slots size of the words' table
   * @param buckets rows of the subwords; −1 without any
   * @param counted whether counts follow; null where they were not kept yet
   */
  record Header(
      String id,
      LoadReport report,
      int rows,
      int dimensions,
      int text,
      int slots,
      int buckets,
      int shortest,
      int longest,
      @Nullable Boolean counted) {
    private long ends() {
      return aligned(text);
    }

    private long table() {
      return ends() + aligned(4L * rows);
    }

    /** Length of the words' part: text, ends and table. */
    private long words() {
      return table() + aligned(4L * slots);
    }

    private long vectors() {
      return 4L * rows * dimensions;
    }

    private long subwords() {
      return buckets < 0 ? 0 : 4L * buckets * dimensions;
    }

    private long counts() {
      return Boolean.TRUE.equals(counted) ? 8L * rows : 0;
    }

    /** Where the counts begin, after the header. */
    private long beforeCounts() {
      return words() + aligned(vectors()) + aligned(subwords());
    }

    private long length(long begin) {
      return begin
          + (counts() > 0 ? beforeCounts() + counts() : words() + aligned(vectors()) + subwords());
    }

    private boolean possible() {
      return rows > 0 && dimensions > 0 && text >= 0 && slots > rows && buckets >= -1;
    }
  }

  private static long aligned(long length) {
    return Math.ceilDiv(length, ALIGNMENT) * ALIGNMENT;
  }

  /**
   * Maps a space.
   *
   * @param name what people call it
   * @throws Damaged if the file is not what was written
   * @throws IOException if it cannot be read
   */
  static EmbeddingSpace open(Path file, String name) throws IOException {
    long begun = System.nanoTime();
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      ByteBuffer prefix = read(channel, 0, PREFIX);
      if (prefix.getLong(0) != MARK || prefix.getLong(8) != channel.size()) {
        throw new Damaged("length", null);
      }
      int length = prefix.getInt(16);
      if (length < 2 || length > Math.min(LONGEST_HEADER, channel.size() - PREFIX)) {
        throw new Damaged("header", null);
      }
      byte[] json = new byte[length];
      read(channel, PREFIX, length).get(json);
      Header header = header(json, prefix.getInt(20));
      long begin = aligned((long) PREFIX + length);
      if (!header.possible() || header.length(begin) != channel.size()) {
        throw new Damaged("shape", null);
      }
      MemorySegment all =
          channel.map(MapMode.PRIVATE, begin, channel.size() - begin, Arena.ofAuto());
      if (checksum(all.asSlice(0, header.words())) != prefix.getInt(24)) {
        throw new Damaged("words", null);
      }
      return space(header, all, name, begun);
    }
  }

  private static ByteBuffer read(FileChannel channel, long from, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length).order(ORDER);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, from + bytes.position()) < 0) {
        throw new Damaged("length", new EOFException());
      }
    }
    return bytes.flip();
  }

  private static Header header(byte[] json, int checksum) throws Damaged {
    CRC32C crc = new CRC32C();
    crc.update(json);
    if ((int) crc.getValue() != checksum) {
      throw new Damaged("header", null);
    }
    try {
      return JSON.readValue(json, Header.class);
    } catch (JacksonException e) {
      throw new Damaged("header", e);
    }
  }

  private static int checksum(MemorySegment bytes) {
    CRC32C crc = new CRC32C();
    for (long from = 0; from < bytes.byteSize(); from += PIECE) {
      crc.update(bytes.asSlice(from, Math.min(PIECE, bytes.byteSize() - from)).asByteBuffer());
    }
    return (int) crc.getValue();
  }

  private static EmbeddingSpace space(Header header, MemorySegment all, String name, long begun) {
    int d = header.dimensions();
    MemorySegment text = all.asSlice(0, header.text());
    MemorySegment ends = all.asSlice(header.ends(), 4L * header.rows());
    int[] slots = all.asSlice(header.table(), 4L * header.slots()).toArray(JAVA_INT);
    WordTable words = new WordTable(new CachedWords(text, ends), slots);
    MemorySegment vectors = all.asSlice(header.words(), header.vectors());
    SubwordModel subwords = null;
    if (header.buckets() >= 0) {
      MemorySegment rows =
          all.asSlice(header.words() + aligned(header.vectors()), header.subwords());
      subwords =
          new SubwordModel(
              header.shortest(), header.longest(), FloatMatrix.wrap(rows, header.buckets(), d));
    }
    WordCounts counts =
        header.counts() == 0
            ? null
            : new WordCounts(
                all.asSlice(header.beforeCounts(), header.counts()).toArray(JAVA_LONG));
    double seconds = (System.nanoTime() - begun) / 1e9;
    return new EmbeddingSpace(
        name,
        new Vocabulary(words),
        FloatMatrix.wrap(vectors, header.rows(), d),
        new SpaceId(header.id()),
        header.report().from(LoadReport.Origin.CACHE, seconds),
        subwords,
        counts);
  }

  /**
   * Writes a space, whole or not at all.
   *
   * @throws setu.core.fault.FileFault if it cannot be written
   */
  static void write(Path file, EmbeddingSpace space, Progress progress, Cancellation cancellation) {
    WordTable table = space.vocabulary().table();
    int[] slots = table.slots();
    int[] ends = new int[space.rows()];
    int text = 0;
    for (int row = 0; row < ends.length; row++) {
      text = Math.addExact(text, SpaceOutput.utf8(table.word(row)).length);
      ends[row] = text;
    }
    SubwordModel subwords = space.subwords();
    Header header =
        new Header(
            space.id().hash(),
            space.report(),
            space.rows(),
            space.dimensions(),
            text,
            slots.length,
            subwords == null ? -1 : subwords.buckets().rows(),
            subwords == null ? 0 : subwords.shortest(),
            subwords == null ? 0 : subwords.longest(),
            space.counts() != null);
    byte[] words = words(table, ends, slots, header);
    byte[] json = JSON.writeValueAsBytes(header);
    long begin = aligned((long) PREFIX + json.length);
    ByteBuffer prefix = ByteBuffer.allocate(PREFIX).order(ORDER);
    prefix.putLong(MARK).putLong(header.length(begin)).putInt(json.length);
    prefix.putInt(checksum(MemorySegment.ofArray(json)));
    prefix.putInt(checksum(MemorySegment.ofArray(words)));
    long total = space.vectors().rows() + Math.max(0L, header.buckets());
    progress.begin(Phase.WRITE, total);
    SafeWrite.write(
        file,
        out -> {
          out.write(prefix.array());
          out.write(json);
          out.write(new byte[(int) (begin - PREFIX - json.length)]);
          out.write(words);
          matrix(out, space.vectors(), progress, cancellation);
          out.write(new byte[(int) (aligned(header.vectors()) - header.vectors())]);
          if (subwords != null) {
            matrix(out, subwords.buckets(), progress, cancellation);
          }
          WordCounts counts = space.counts();
          if (counts != null) {
            out.write(new byte[(int) (aligned(header.subwords()) - header.subwords())]);
            counts(out, counts);
          }
        });
  }

  /** Text, ends and table, each padded. */
  private static byte[] words(WordTable table, int[] ends, int[] slots, Header header) {
    ByteBuffer words = ByteBuffer.allocate(Math.toIntExact(header.words())).order(ORDER);
    for (int row = 0; row < ends.length; row++) {
      words.put(SpaceOutput.utf8(table.word(row)));
    }
    words.position((int) header.ends()).asIntBuffer().put(ends);
    words.position((int) header.table()).asIntBuffer().put(slots);
    return words.array();
  }

  private static void counts(OutputStream out, WordCounts counts) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(PIECE).order(ORDER);
    for (int row = 0; row < counts.size(); row++) {
      bytes.putLong(counts.of(row));
      if (!bytes.hasRemaining() || row == counts.size() - 1) {
        out.write(bytes.array(), 0, bytes.position());
        bytes.clear();
      }
    }
  }

  private static void matrix(
      OutputStream out, FloatMatrix matrix, Progress progress, Cancellation cancellation)
      throws IOException {
    int together = Math.max(1, PIECE / Math.max(1, 4 * matrix.columns()));
    byte[] bytes = new byte[Math.multiplyExact(together, 4 * matrix.columns())];
    for (int row = 0; row < matrix.rows(); row += together) {
      cancellation.check();
      int count = Math.min(together, matrix.rows() - row);
      int length = count * 4 * matrix.columns();
      MemorySegment.copy(
          matrix.segment(), matrix.offset(row), MemorySegment.ofArray(bytes), 0, length);
      out.write(bytes, 0, length);
      progress.advance(count);
    }
  }
}
