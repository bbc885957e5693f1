package setu.core.space;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import setu.core.fault.SpaceFault;
import setu.core.space.LoadReport.BadRow;
import setu.core.space.LoadReport.Origin;
import setu.core.space.LoadReport.Reason;
import setu.core.space.ParsedRows.Refused;
import setu.core.space.TextChunks.Chunk;
import setu.core.task.Cancellation;
import setu.core.task.Phase;
import setu.core.task.Progress;

/**
 * One reading of one text file: a thread cuts it (and unzips and hashes it) into chunks of whole
 * lines, others parse them, and the caller's thread appends their rows in order. The chunks under
 * way are bounded, and so is the memory beside vectors and words.
 */
final class TextReading {
  private final Path file;
  private final boolean gzip;
  private final ReadOptions options;
  private final Progress progress;
  private final Cancellation cancellation;
  private final FileStamp stamp;

  private final BlockingQueue<Future<@Nullable Parsed>> parsed;
  private final ConcurrentLinkedQueue<ParsedRows> pool = new ConcurrentLinkedQueue<>();

  /** SHA-256 of the text up to the last row kept: the id where a limit cuts the file off. */
  private final MessageDigest textDigest = HashedInput.sha256();

  private final List<BadRow> badRows = new ArrayList<>();
  private long lines;
  private final RowSelection.Filter filter;
  private @Nullable CompanionWords companion;
  private long ordinals;
  private int refused;
  private final WordCounts counts = new WordCounts();
  private int duplicates;
  private int leftOut;

  /** A chunk with its rows. */
  private record Parsed(Chunk chunk, ParsedRows rows) {}

  TextReading(
      Path file, boolean gzip, ReadOptions options, Progress progress, Cancellation cancellation) {
    this.file = file;
    this.gzip = gzip;
    this.options = options;
    this.progress = progress;
    this.cancellation = cancellation;
    this.stamp = FileStamp.of(file);
    this.filter = options.selection().filter();
    this.parsed = new ArrayBlockingQueue<>(2 * options.threads() + 1);
  }

  EmbeddingSpace read() {
    long begun = System.nanoTime();
    progress.begin(Phase.READ, stamp.size());
    try (TextChunks chunks = new TextChunks(file, gzip, progress)) {
      Chunk first = chunks.next();
      TextShape shape = first == null ? null : TextShape.of(first.bytes, first.length);
      if (first == null || shape == null) {
        throw new SpaceFault(SpaceFault.Problem.UNKNOWN_FORMAT, file, "0 × 0");
      }
      requireHonestDimensions(shape);
      companion = shape.wordless() ? CompanionWords.of(file, options, cancellation) : null;
      BinaryReading.requireCounts(file, companion != null && companion.counted(), options);
      lines = shape.headerLines();
      WordTable words = new WordTable((int) Math.min(expectedRows(shape), 1 << 20));
      RowStore rows = RowStore.allocate(file, expectedRows(shape), shape.dimensions());
      if (options.limit() < Integer.MAX_VALUE && !gzip) {
        double needed = shape.bytesPerRow() * options.limit();
        progress.begin(Phase.READ, Math.min(stamp.size(), (long) needed));
      }
      boolean cut = readRows(chunks, first, shape, words, rows);
      String hash = cut ? HexFormat.of().formatHex(textDigest.digest()) : chunks.hash();
      stamp.requireUnchanged(file);
      requireHonestRows(shape, rows.rows(), cut);
      SpaceFormat format =
          shape.wordless()
              ? SpaceFormat.PROJECTOR
              : shape.headerLines() == 1 ? SpaceFormat.WORD2VEC_TEXT : SpaceFormat.GLOVE_TEXT;
      LoadReport report =
          new LoadReport(
              format.label(),
              rows.rows(),
              shape.dimensions(),
              duplicates,
              refused,
              leftOut,
              List.copyOf(badRows),
              (System.nanoTime() - begun) / 1e9,
              Origin.FILE);
      SpaceId id = SpaceId.of(hash, companion == null ? null : companion.hash(), options);
      return new EmbeddingSpace(
          SpaceFiles.nameOf(file),
          new Vocabulary(words),
          rows.finish(),
          id,
          report,
          null,
          counts.known() ? counts : null);
    } catch (SpaceFault e) {
      stamp.requireUnchanged(file);
      throw e;
    } catch (IOException e) {
      throw fault(e);
    }
  }

  /** Reads all rows; true if the limit cut the file off. */
  private boolean readRows(
      TextChunks chunks, Chunk first, TextShape shape, WordTable words, RowStore rows)
      throws IOException {
    ExecutorService workers =
        Executors.newFixedThreadPool(
            parsers() + 1, Thread.ofPlatform().daemon().name("setu-read-", 0).factory());
    try {
      Future<?> cutter = workers.submit(() -> cut(chunks, first, shape, workers));
      boolean full = false;
      for (Parsed next = take(); next != null; next = full ? null : take()) {
        cancellation.check();
        full = append(next, words, rows);
        progress.rowsRead(rows.rows());
        pool.add(next.rows());
        chunks.recycle(next.chunk());
      }
      cutter.cancel(true);
      return full;
    } finally {
      stop(workers);
    }
  }

  /**
   * Unzipping is the longest work of a gzipped file, and one thread's: more parsers than there are
   * processors beside it would only take its time.
   */
  private int parsers() {
    return gzip ? Math.max(1, options.threads() - 1) : options.threads();
  }

  private void cut(TextChunks chunks, Chunk first, TextShape shape, ExecutorService workers) {
    try {
      int from = shape.start();
      for (Chunk next = first; next != null; next = chunks.next()) {
        Chunk chunk = next;
        int begin = from;
        parsed.put(workers.submit(() -> parse(chunk, begin, shape)));
        from = 0;
      }
      parsed.put(CompletableFuture.completedFuture(null));
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      putFailure(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Waits for its place in the queue: a failure that found it full would leave the reader waiting.
   */
  private void putFailure(Throwable failure) {
    try {
      parsed.put(CompletableFuture.failedFuture(failure));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Parsed parse(Chunk chunk, int from, TextShape shape) {
    ParsedRows pooled = pool.poll();
    ParsedRows rows = pooled == null ? new ParsedRows(shape.dimensions()) : pooled;
    new RowParser(shape.dimensions(), shape.wordless())
        .parse(chunk.bytes, from, chunk.length, rows);
    return new Parsed(chunk, rows);
  }

  /** The next chunk's rows; null after the last. */
  private @Nullable Parsed take() throws IOException {
    try {
      Future<@Nullable Parsed> next = parsed.poll(100, TimeUnit.MILLISECONDS);
      while (next == null) {
        cancellation.check();
        next = parsed.poll(100, TimeUnit.MILLISECONDS);
      }
      return next.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException io) {
        throw io;
      }
      if (e.getCause() instanceof OutOfMemoryError memory) {
        throw memory;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  /**
   * Appends a chunk's rows, all but those whose word is known or not wanted; true once the limit is
   * reached.
   */
  private boolean append(Parsed chunk, WordTable words, RowStore rows) {
    ParsedRows found = chunk.rows();
    List<Refused> bad = new ArrayList<>(found.refused());
    int twice = 0;
    int refusedHere = 0;
    int run = 0;
    int row = 0;
    for (; row < found.rows() && words.size() < options.limit(); row++) {
      String word = word(found, row);
      Reason reason =
          word.isEmpty() ? Reason.NO_WORD : WordBytes.malformed(word) ? Reason.NOT_UTF8 : null;
      boolean wanted = reason != null || filter.takes(word, count(found, row));
      if (wanted && reason == null) {
        if (words.add(word)) {
          counts.add(count(found, row));
        } else {
          reason = Reason.DUPLICATE;
          twice++;
        }
      }
      if (!wanted || reason != null) {
        if (reason == null) {
          leftOut++;
        } else {
          refusedHere++;
          bad.add(new Refused(found.line(row), found.ordinal(row), reason, word));
        }
        rows.append(found.values(), found.offset(run), row - run);
        run = row + 1;
      }
    }
    rows.append(found.values(), found.offset(run), row - run);
    boolean full = words.size() >= options.limit();
    int lastLine = full && row > 0 ? found.line(row - 1) : Integer.MAX_VALUE;
    note(bad, lastLine);
    duplicates += twice;
    refused += refusedHere + (full ? found.refusedBefore(lastLine) : found.refusedCount());
    if (options.limit() < Integer.MAX_VALUE) {
      textDigest.update(chunk.chunk().bytes, 0, full ? found.end(row - 1) : chunk.chunk().length);
    }
    lines += found.lineCount();
    ordinals += found.rowCount();
    found.release();
    return full;
  }

  private String word(ParsedRows found, int row) {
    return companion == null ? found.word(row) : companion.word(ordinals + found.ordinal(row));
  }

  private long count(ParsedRows found, int row) {
    return companion == null ? 0 : companion.count(ordinals + found.ordinal(row));
  }

  private void note(List<Refused> bad, int lastLine) {
    bad.sort(Comparator.comparingInt(Refused::line));
    for (Refused row : bad) {
      if (badRows.size() < LoadReport.SHOWN && row.line() <= lastLine) {
        String word = companion == null ? row.word() : companion.word(ordinals + row.ordinal());
        badRows.add(new BadRow(lines + row.line() + 1, row.reason(), WordBytes.shown(word)));
      }
    }
  }

  private void stop(ExecutorService workers) {
    workers.shutdownNow();
    parsed.clear();
    try {
      while (!workers.awaitTermination(1, TimeUnit.SECONDS)) {
        parsed.clear();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void requireHonestDimensions(TextShape shape) {
    if (shape.foundDimensions() != shape.dimensions()) {
      throw new SpaceFault(
          SpaceFault.Problem.HEADER_LIES,
          file,
          1,
          "d: " + shape.dimensions() + " ≠ " + shape.foundDimensions(),
          null);
    }
  }

  /**
   * A header may promise too few rows (all are read), never too many: then the file was cut off.
   */
  private void requireHonestRows(TextShape shape, int rows, boolean cut) {
    long seen = (long) rows + refused + leftOut;
    if (companion != null && !cut && ordinals != companion.size()) {
      throw new SpaceFault(
          SpaceFault.Problem.VOCABULARY_DIFFERS, file, ordinals + " ≠ " + companion.size());
    }
    if (rows == 0 && leftOut > 0) {
      throw new SpaceFault(SpaceFault.Problem.NOTHING_SELECTED, file, Integer.toString(leftOut));
    }
    if (!cut && seen < shape.promisedRows()) {
      int d = shape.dimensions();
      throw new SpaceFault(
          SpaceFault.Problem.HEADER_LIES,
          file,
          1,
          shape.promisedRows() + " × " + d + " ≠ " + seen + " × " + d,
          null);
    }
    if (rows == 0) {
      throw new SpaceFault(SpaceFault.Problem.NO_ROWS, file, "0 × " + shape.dimensions());
    }
  }

  /** Rows to expect; never more than the file's bytes can hold, whatever its header says. */
  private long expectedRows(TextShape shape) {
    long textBytes = gzip ? Math.multiplyExact(stamp.size(), GzipHead.MAX_RATIO) : stamp.size();
    long possible = textBytes / (2L * shape.dimensions()) + 1;
    long likely = shape.promisedRows();
    if (likely < 0) {
      long guess = gzip ? GzipHead.likelySize(file, stamp.size()) : stamp.size();
      likely = (long) (1.05 * guess / shape.bytesPerRow()) + 1;
    }
    return Math.min(Math.min(possible, likely), options.limit());
  }

  private RuntimeException fault(IOException e) {
    stamp.requireUnchanged(file);
    if (gzip && (e instanceof EOFException || e instanceof ZipException)) {
      return new SpaceFault(SpaceFault.Problem.DAMAGED_GZIP, file, lines + 1, "", e);
    }
    if (e instanceof TextChunks.LineTooLong) {
      return new SpaceFault(SpaceFault.Problem.UNKNOWN_FORMAT, file, lines + 1, "> 64 MB", e);
    }
    return FileStamp.fault(file, e);
  }
}
