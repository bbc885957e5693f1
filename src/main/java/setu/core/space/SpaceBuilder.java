package setu.core.space;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import setu.core.fault.SpaceFault;
import setu.core.space.LoadReport.BadRow;
import setu.core.space.LoadReport.Origin;
import setu.core.space.LoadReport.Reason;

/** Takes rows one by one as a binary file gives them, and makes a space of the usable ones. */
final class SpaceBuilder {
  private final Path file;
  private final SpaceFormat format;
  private final int dimensions;
  private final ReadOptions options;
  private final RowSelection.Filter filter;
  private final WordTable words;
  private final RowStore rows;
  private final List<BadRow> badRows = new ArrayList<>();
  private final WordCounts counts = new WordCounts();
  private long count;
  private int duplicates;
  private int refused;
  private int leftOut;
  private @Nullable SubwordModel subwords;

  /** What the kept rows hold, hashed: the id where a limit cuts the file off. */
  private final @Nullable MessageDigest kept;

  private final byte[] rowBytes;

  /** With room for {@code expected} rows of {@code dimensions} numbers to begin with. */
  SpaceBuilder(Path file, SpaceFormat format, long expected, int dimensions, ReadOptions options) {
    this(
        file,
        format,
        options,
        RowStore.allocate(file, Math.min(expected, options.limit()), dimensions),
        dimensions);
  }

  /** Over a store of the caller's. */
  SpaceBuilder(Path file, SpaceFormat format, ReadOptions options, RowStore rows, int dimensions) {
    this.file = file;
    this.format = format;
    this.dimensions = dimensions;
    this.options = options;
    this.filter = options.selection().filter();
    this.rows = rows;
    this.words = new WordTable(Math.min(rows.capacity(), 1 << 20));
    boolean limited = options.limit() < Integer.MAX_VALUE;
    this.kept = limited ? HashedInput.sha256() : null;
    this.rowBytes = new byte[limited ? Math.multiplyExact(dimensions, Float.BYTES) : 0];
  }

  /**
   * Whether a word is selected; one that is not is counted as left out. Its vector need not be read
   * then.
   */
  boolean takes(String word, long count) {
    this.count = count;
    boolean takes = filter.takes(word, count);
    leftOut += takes ? 0 : 1;
    return takes;
  }

  /** Keeps a selected row, or refuses it; {@code place} is its row in the file, from 1. */
  void add(String word, float[] values, int offset, long place) {
    Reason reason = word.isEmpty() ? Reason.NO_WORD : fault(values, offset);
    if (reason == null && WordBytes.malformed(word)) {
      reason = Reason.NOT_UTF8;
    }
    if (reason == null && !words.add(word)) {
      duplicates++;
      reason = Reason.DUPLICATE;
    }
    if (reason != null) {
      refuse(reason, word, place);
      return;
    }
    rows.append(values, offset, 1);
    counts.add(count);
    if (kept != null) {
      kept.update(word.getBytes(StandardCharsets.UTF_8));
      kept.update((byte) '\n');
      ByteBuffer.wrap(rowBytes)
          .order(ByteOrder.LITTLE_ENDIAN)
          .asFloatBuffer()
          .put(values, offset, dimensions);
      kept.update(rowBytes);
    }
  }

  /** Counts a row that cannot be used. */
  void refuse(Reason reason, String word, long place) {
    refused++;
    if (badRows.size() < LoadReport.SHOWN) {
      badRows.add(new BadRow(place, reason, WordBytes.shown(word)));
    }
  }

  private @Nullable Reason fault(float[] values, int offset) {
    boolean usable = false;
    for (int j = offset; j < offset + dimensions; j++) {
      if (!Float.isFinite(values[j])) {
        return Reason.NOT_FINITE;
      }
      usable |= values[j] != 0;
    }
    return usable ? null : Reason.ZERO_VECTOR;
  }

  /** Whether the limit is reached. */
  boolean full() {
    return words.size() >= options.limit();
  }

  /** Gives the space vectors for words outside its vocabulary. */
  void subwords(SubwordModel model) {
    subwords = model;
  }

  /** The space; {@code fileHash} is asked for only where everything was read. */
  EmbeddingSpace build(String fileHash, @Nullable String companion, double seconds) {
    if (words.size() == 0) {
      if (leftOut > 0) {
        throw new SpaceFault(SpaceFault.Problem.NOTHING_SELECTED, file, Integer.toString(leftOut));
      }
      throw new SpaceFault(SpaceFault.Problem.NO_ROWS, file, "0 × " + dimensions);
    }
    String hash =
        full() && kept != null
            ? HexFormat.of().formatHex(kept.digest())
            : SpaceId.of(fileHash, companion, options).hash();
    LoadReport report =
        new LoadReport(
            format.label(),
            words.size(),
            dimensions,
            duplicates,
            refused,
            leftOut,
            List.copyOf(badRows),
            seconds,
            Origin.FILE);
    return new EmbeddingSpace(
        SpaceFiles.nameOf(file),
        new Vocabulary(words),
        rows.finish(),
        new SpaceId(hash),
        report,
        subwords,
        counts.known() ? counts : null);
  }
}
