package setu.core.neighbor;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import setu.core.fault.FileFault;
import setu.core.file.SafeWrite;
import setu.core.math.FloatMatrix;
import setu.core.math.Parallel;
import setu.core.space.SpaceCache;
import setu.core.task.Cancellation;
import setu.core.task.Progress;

/**
 * The terms r(·) of CSLS found before, one small file for each side, keyed by content: by the hash
 * of the rows themselves (mapped, normalised), of those they are scaled among, and by the
 * neighbourhood. Whatever changes a vector changes the key; the engine does not, since every engine
 * finds the same.
 *
 * <p>A damaged file, or one that is not the cache's, is found by its checksum, told and made again;
 * a cache that cannot be written does no harm. The files used longest ago go when it is full.
 */
public final class ScalingCache {
  /** Keeps nothing and finds nothing. */
  public static final ScalingCache NONE = new ScalingCache(null, 0, Long.MAX_VALUE);

  /** The most bytes a cache holds unless it is told otherwise. */
  private static final long USUAL_LIMIT = 256L << 20;

  /** Below this many multiplications r(·) is found as fast as the rows are hashed. */
  private static final long LEAST_WORK = 10_000_000_000L;

  private static final String ENDING = ".scaling";
  private static final int MARK = 0x52_28_29_01;
  private static final int HEADER = 4 + 4 + 8;

  /** Rows hashed by one task; a part of the key. */
  private static final int BLOCK = 4096;

  private final @Nullable Path folder;
  private final long limit;
  private final long least;
  private final Consumer<Path> damaged;

  /**
   * A cache in a folder, of at most {@code limit} bytes, for pairs of spaces whose product takes
   * {@code least} multiplications or more.
   */
  public ScalingCache(@Nullable Path folder, long limit, long least) {
    this(folder, limit, least, file -> {});
  }

  private ScalingCache(@Nullable Path folder, long limit, long least, Consumer<Path> damaged) {
    this.folder = folder;
    this.limit = limit;
    this.least = least;
    this.damaged = damaged;
  }

  /** The person's own cache; the system property {@code setu.user} moves it. */
  public static ScalingCache ofUser() {
    return in(SpaceCache.userFolder("scalings"));
  }

  /** A cache in a folder, with the usual limits. */
  public static ScalingCache in(Path folder) {
    return new ScalingCache(folder, USUAL_LIMIT, LEAST_WORK);
  }

  /** The same cache, which tells of each damaged file before it is made again. */
  public ScalingCache telling(Consumer<Path> ofDamaged) {
    return new ScalingCache(folder, limit, least, ofDamaged);
  }

  /** {@link LocalScaling#exact}, of both sides, unless both are known. */
  public LocalScaling both(
      FloatMatrix mappedSource,
      PreparedBase targets,
      int neighborhood,
      NeighborSearch search,
      Progress progress,
      Cancellation cancellation) {
    if (!worthwhile(mappedSource, targets.rows())) {
      return LocalScaling.exact(
          mappedSource, targets, neighborhood, search, progress, cancellation);
    }
    Keys keys = keys(mappedSource, targets.rows(), neighborhood, search.threads());
    LocalScaling kept = read(keys, mappedSource.rows(), targets.size());
    if (kept != null) {
      return kept;
    }
    LocalScaling found =
        LocalScaling.exact(mappedSource, targets, neighborhood, search, progress, cancellation);
    write(keys, found);
    return found;
  }

  /** r(·) of both sides, or null where it is not known or as quickly found. */
  public @Nullable LocalScaling find(
      FloatMatrix mappedSource, FloatMatrix targets, int neighborhood, int threads) {
    return worthwhile(mappedSource, targets)
        ? read(
            keys(mappedSource, targets, neighborhood, threads), mappedSource.rows(), targets.rows())
        : null;
  }

  /** Keeps exact r(·) of both sides that was found by other means, where that is worth it. */
  public void keep(
      FloatMatrix mappedSource,
      FloatMatrix targets,
      int neighborhood,
      int threads,
      LocalScaling found) {
    if (worthwhile(mappedSource, targets)) {
      write(keys(mappedSource, targets, neighborhood, threads), found);
    }
  }

  /** What both sides are kept under. */
  private record Keys(String ofSource, String ofTarget) {}

  private static Keys keys(
      FloatMatrix mappedSource, FloatMatrix targets, int neighborhood, int threads) {
    String source = hash(mappedSource, threads);
    String target = hash(targets, threads);
    return new Keys(key(source, target, neighborhood), key(target, source, neighborhood));
  }

  private @Nullable LocalScaling read(Keys keys, int sources, int targets) {
    float[] left = read(keys.ofSource(), sources);
    float[] right = read(keys.ofTarget(), targets);
    return left == null || right == null ? null : LocalScaling.of(left, right);
  }

  private void write(Keys keys, LocalScaling found) {
    write(keys.ofSource(), found.ofSource());
    write(keys.ofTarget(), found.ofTarget());
  }

  /** {@link LocalScaling#oneSided}, unless it is known: then {@code others} are not prepared. */
  public float[] oneSided(
      FloatMatrix rows,
      FloatMatrix among,
      Supplier<PreparedBase> others,
      int neighborhood,
      NeighborSearch search,
      Progress progress,
      Cancellation cancellation) {
    String key = null;
    if (worthwhile(rows, among)) {
      key = key(hash(rows, search.threads()), hash(among, search.threads()), neighborhood);
      float[] known = read(key, rows.rows());
      if (known != null) {
        return known;
      }
    }
    float[] found =
        LocalScaling.oneSided(rows, others.get(), neighborhood, search, progress, cancellation);
    if (key != null) {
      write(key, found);
    }
    return found;
  }

  private boolean worthwhile(FloatMatrix rows, FloatMatrix others) {
    double work = (double) rows.rows() * others.rows() * Math.max(1, rows.columns());
    return folder != null && work >= least;
  }

  private static String key(String rows, String among, int neighborhood) {
    MessageDigest digest = sha256();
    digest.update((rows + " " + among + " " + neighborhood).getBytes(StandardCharsets.US_ASCII));
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Blocks are hashed side by side, then their hashes. */
  private static String hash(FloatMatrix matrix, int threads) {
    byte[][] hashes = new byte[Math.ceilDiv(matrix.rows(), BLOCK)][];
    Parallel.forEach(
        hashes.length,
        threads,
        block -> {
          int from = block * BLOCK;
          int to = (int) Math.min(matrix.rows(), from + (long) BLOCK);
          MemorySegment bytes = matrix.slice(from, to).segment();
          MessageDigest digest = sha256();
          digest.update(bytes.asByteBuffer());
          hashes[block] = digest.digest();
        });
    MessageDigest digest = sha256();
    digest.update((matrix.rows() + " " + matrix.columns()).getBytes(StandardCharsets.US_ASCII));
    for (byte[] hash : hashes) {
      digest.update(hash);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }

  /** What is kept under a key; null where nothing whole is. */
  private float @Nullable [] read(String key, int count) {
    Path file = file(key);
    try {
      if (!Files.exists(file)) {
        return null;
      }
      ByteBuffer bytes = ByteBuffer.allocate(0);
      if (Files.size(file) == HEADER + (long) Float.BYTES * count) {
        bytes = ByteBuffer.wrap(Files.readAllBytes(file));
      }
      if (bytes.remaining() < HEADER
          || bytes.getInt() != MARK
          || bytes.getInt() != count
          || bytes.getLong() != sum(bytes)) {
        damaged.accept(file);
        return null;
      }
      float[] values = new float[count];
      bytes.asFloatBuffer().get(values);
      touch(file);
      return values;
    } catch (IOException e) {
      return null;
    }
  }

  private static void touch(Path file) {
    try {
      Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
    } catch (IOException ignored) {
      // It will be taken to be older than it is: no harm.
    }
  }

  private void write(String key, float[] values) {
    ByteBuffer bytes = ByteBuffer.allocate(HEADER + Math.multiplyExact(values.length, Float.BYTES));
    bytes.position(HEADER);
    bytes.asFloatBuffer().put(values);
    long sum = sum(bytes);
    bytes.putInt(0, MARK).putInt(4, values.length).putLong(8, sum);
    try {
      SafeWrite.write(file(key), out -> out.write(bytes.array()));
      prune();
    } catch (FileFault | IOException ignored) {
      // Found again the next time.
    }
  }

  /** The checksum of what is left in a buffer, which stays as it is. */
  private static long sum(ByteBuffer bytes) {
    CRC32C sum = new CRC32C();
    sum.update(bytes.duplicate());
    return sum.getValue();
  }

  private Path file(String key) {
    if (folder == null) {
      throw new IllegalStateException("no folder");
    }
    return folder.resolve(key + ENDING);
  }

  private record Kept(Path file, long bytes, FileTime used) {}

  private void prune() throws IOException {
    if (folder == null) {
      return;
    }
    List<Kept> all = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(path -> path.toString().endsWith(ENDING)).toList()) {
        all.add(new Kept(file, Files.size(file), Files.getLastModifiedTime(file)));
      }
    }
    all.sort(Comparator.comparing(Kept::used).reversed());
    long held = 0;
    for (Kept kept : all) {
      held += kept.bytes();
      if (held > limit) {
        Files.deleteIfExists(kept.file());
      }
    }
  }
}
