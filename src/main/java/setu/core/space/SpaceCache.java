package setu.core.space;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import setu.core.fault.FileFault;
import setu.core.file.ContentHash;
import setu.core.file.SafeWrite;
import setu.core.space.LoadReport.Origin;
import setu.core.task.Cancellation;
import setu.core.task.Progress;

/**
 * Spaces read before, as files that are mapped instead of read, keyed by content.
 *
 * <p>An entry is named by its {@link SpaceId}. A file is taken to be unchanged without hashing it
 * where its path, size, time, file-system key and samples of its bytes are as they were; otherwise
 * it is hashed if an entry of its size exists. The entries used longest ago go when the cache is
 * full.
 */
public final class SpaceCache {
  /** The most bytes a cache holds unless it is told otherwise. */
  public static final long USUAL_LIMIT = 16L << 30;

  /** Files below this are read as fast as mapped. */
  public static final long SMALLEST = 8L << 20;

  private static final String SPACE = ".space";
  private static final String KEY = ".key";
  private static final int SAMPLE = 1 << 16;
  private static final Duration SETTLED = Duration.ofSeconds(2);
  private static final Duration ABANDONED = Duration.ofDays(1);

  private final Path folder;
  private final long limit;
  private final long smallest;

  /** A cache in a folder, of at most {@code limit} bytes, for files of {@code smallest} or more. */
  public SpaceCache(Path folder, long limit, long smallest) {
    if (limit < 0) {
      throw new IllegalArgumentException("limit " + limit);
    }
    this.folder = folder;
    this.limit = limit;
    this.smallest = smallest;
  }

  /** The person's own cache; the system property {@code setu.user} moves it. */
  public static SpaceCache ofUser() {
    return new SpaceCache(userFolder("spaces"), USUAL_LIMIT, SMALLEST);
  }

  /** A folder of the person's own cache; the system property {@code setu.user} moves it. */
  public static Path userFolder(String name) {
    String user = System.getProperty("setu.user", "");
    Path folder =
        user.isEmpty()
            ? folder(
                System.getProperty("os.name"), System.getProperty("user.home"), System.getenv())
            : Path.of(user).resolve("cache");
    return folder.resolve(name);
  }

  /** Where a system keeps what can be made again. */
  static Path folder(String system, String home, Map<String, String> environment) {
    String name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      return Path.of(environment.getOrDefault("LOCALAPPDATA", home), "Setu", "cache");
    }
    if (name.startsWith("mac")) {
      return Path.of(home, "Library", "Caches", "Setu");
    }
    String value = environment.getOrDefault("XDG_CACHE_HOME", "");
    return (value.isEmpty() ? Path.of(home, ".cache") : Path.of(value)).resolve("setu");
  }

  /**
   * Opens a space: mapped if it was read before, else by {@link SpaceFiles#read}, and then kept. A
   * cache that cannot be written does no harm; a damaged entry is made again, and the report says
   * so.
   *
   * @throws setu.core.fault.FileFault if the file cannot be read
   * @throws setu.core.fault.SpaceFault if no usable space is in it
   */
  public EmbeddingSpace read(
      Path file, ReadOptions options, Progress progress, Cancellation cancellation) {
    FileStamp stamp = FileStamp.of(file);
    if (stamp.size() < smallest) {
      return SpaceFiles.read(file, options, progress, cancellation);
    }
    Origin origin = Origin.FILE;
    String key = key(file, stamp, options);
    Path entry = entry(file, stamp, options, key, progress, cancellation);
    if (entry != null) {
      try {
        EmbeddingSpace space = CacheFile.open(entry, SpaceFiles.nameOf(file));
        stamp.requireUnchanged(file);
        touch(entry);
        remember(key, stamp, entry);
        return space;
      } catch (CacheFile.Damaged e) {
        origin = Origin.DAMAGED_CACHE;
        delete(entry);
      } catch (IOException e) {
        // Gone meanwhile, or not ours to read: as good as never kept.
        origin = Origin.FILE;
      }
    }
    EmbeddingSpace space = SpaceFiles.read(file, options, progress, cancellation);
    store(space, stamp, key, progress, cancellation);
    return space.withReport(space.report().from(origin, space.report().seconds()));
  }

  /** The entry of a file; null where there is none. */
  private @Nullable Path entry(
      Path file,
      FileStamp stamp,
      ReadOptions options,
      String key,
      Progress progress,
      Cancellation cancellation) {
    try {
      Path known = folder.resolve(Files.readString(folder.resolve(key + KEY)).strip());
      if (Files.exists(known)) {
        return known;
      }
    } catch (IOException | IllegalArgumentException e) {
      // Not known by its stamp: perhaps by its content.
    }
    String size = prefix(stamp);
    if (options.limit() < Integer.MAX_VALUE) {
      // Rows cut off have an id that the whole file's hash does not tell.
      return null;
    }
    if (listed(SPACE).stream().noneMatch(path -> name(path).startsWith(size))) {
      return null;
    }
    Path words = CompanionWords.fileOf(file, options);
    String companion =
        words != null && SpaceFiles.isWordless(file)
            ? ContentHash.of(words, Progress.NONE, cancellation)
            : null;
    String hash = ContentHash.of(file, progress, cancellation);
    Path same = folder.resolve(size + SpaceId.of(hash, companion, options).hash() + SPACE);
    return Files.exists(same) ? same : null;
  }

  private void store(
      EmbeddingSpace space,
      FileStamp stamp,
      String key,
      Progress progress,
      Cancellation cancellation) {
    SubwordModel subwords = space.subwords();
    long bytes = space.vectors().segment().byteSize();
    bytes += subwords == null ? 0 : subwords.buckets().segment().byteSize();
    Path entry = folder.resolve(prefix(stamp) + space.id().hash() + SPACE);
    try {
      Files.createDirectories(folder);
      makeRoom(bytes);
      if (bytes > limit || bytes > Files.getFileStore(folder).getUsableSpace() / 2) {
        return;
      }
      CacheFile.write(entry, space, progress, cancellation);
      remember(key, stamp, entry);
    } catch (IOException | FileFault | ArithmeticException e) {
      // Without room, or with words beyond 2 GB, the space is read again next time.
      delete(entry);
    }
  }

  /** Notes which entry a stamp stands for, unless the file was changed a moment ago. */
  private void remember(String key, FileStamp stamp, Path entry) {
    if (stamp.modified().toInstant().isAfter(Instant.now().minus(SETTLED))) {
      return;
    }
    try {
      Path note = folder.resolve(key + KEY);
      if (!Files.exists(note)) {
        SafeWrite.write(note, out -> out.write(SpaceOutput.utf8(name(entry))));
      }
    } catch (FileFault e) {
      // Found by its content next time.
      delete(folder.resolve(key + KEY));
    }
  }

  /** Lets the entries used longest ago go until {@code bytes} more fit. */
  private void makeRoom(long bytes) throws IOException {
    List<Path> entries = new ArrayList<>(listed(SPACE));
    entries.sort(Comparator.comparing(SpaceCache::used));
    long total = bytes;
    for (Path entry : entries) {
      total += size(entry);
    }
    for (Path entry : entries) {
      if (total > limit) {
        total -= size(entry);
        delete(entry);
      }
    }
    for (Path note : listed(KEY)) {
      if (!Files.exists(folder.resolve(Files.readString(note).strip()))) {
        delete(note);
      }
    }
    for (Path part : listed(".part")) {
      if (used(part).toInstant().isBefore(Instant.now().minus(ABANDONED))) {
        delete(part);
      }
    }
  }

  private List<Path> listed(String ending) {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.filter(path -> name(path).endsWith(ending)).toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static String name(Path path) {
    return path.getFileName().toString();
  }

  private static String prefix(FileStamp stamp) {
    return stamp.size() + "-";
  }

  private static FileTime used(Path path) {
    try {
      return Files.getLastModifiedTime(path);
    } catch (IOException e) {
      return FileTime.fromMillis(0);
    }
  }

  private static long size(Path path) {
    try {
      return Files.size(path);
    } catch (IOException e) {
      return 0;
    }
  }

  private static void touch(Path path) {
    try {
      Files.setLastModifiedTime(path, FileTime.from(Instant.now()));
    } catch (IOException e) {
      // It only goes a little earlier than it should.
      return;
    }
  }

  private static void delete(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      // Still mapped, on Windows: it goes another time.
      return;
    }
  }

  /** What a file and the options are known by without reading it. */
  private static String key(Path file, FileStamp stamp, ReadOptions options) {
    MessageDigest digest = HashedInput.sha256();
    sample(digest, file, stamp);
    Path words = CompanionWords.fileOf(file, options);
    if (words != null) {
      sample(digest, words, FileStamp.of(words));
    }
    String chosen = "limit " + options.limit() + "\n" + SpaceId.selection(options);
    digest.update(chosen.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void sample(MessageDigest digest, Path file, FileStamp stamp) {
    String facts = file.toAbsolutePath().normalize() + "\n" + stamp + "\n";
    digest.update(facts.getBytes(StandardCharsets.UTF_8));
    try (FileChannel channel = FileChannel.open(file)) {
      for (long from :
          new long[] {0, stamp.size() / 3, 2 * (stamp.size() / 3), stamp.size() - SAMPLE}) {
        ByteBuffer bytes = ByteBuffer.allocate(SAMPLE);
        channel.read(bytes, Math.max(0, from));
        digest.update(bytes.flip());
      }
    } catch (NoSuchFileException e) {
      throw new FileFault(FileFault.Problem.MISSING, file, 0, "", e);
    } catch (IOException e) {
      throw FileStamp.fault(file, e);
    }
  }
}
