package setu.core.anchor;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import setu.core.fault.FileFault;
import setu.core.fault.ProjectFault;
import setu.core.file.SafeWrite;

/**
 * The file behind a dictionary: UTF-8, one event a line, appended and synced, never rewritten.
 *
 * <p>The unit of durability is the event: what a kill leaves of a batch stands as that batch. A
 * torn last line is moved to a file beside the journal, which is synced before the line is cut off
 * here. A snapshot beside it makes opening faster where it belongs to the journal to the byte.
 */
public final class AnchorJournal implements Closeable {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  /**
   * A last line that was not whole when the journal was opened.
   *
   * @param aside where its bytes are kept; null if the journal was opened to read only and they
   *     still stand at its end
   * @param bytes how many
   */
  public record Torn(@Nullable Path aside, long bytes) {}

  /** Takes the events of a journal while it is read. */
  @FunctionalInterface
  public interface EventSink {
    /**
     * Takes the next event.
     *
     * @throws IllegalArgumentException if it cannot follow the ones before
     */
    void accept(AnchorEvent event);

    /** Forgets all events so far: they are handed over from the first again. */
    default void restart() {
      throw new IllegalArgumentException("cannot be read again");
    }
  }

  private final Path file;

  /** Of the bytes of all whole events, as they were read and written here. */
  private MessageDigest digest = JournalSnapshot.sha256();

  /** How many they are. */
  private long bytes;

  private @Nullable RandomAccessFile out;
  private @Nullable Torn torn;
  private int fromSnapshot;
  private int replayed;

  private AnchorJournal(Path file) {
    this.file = file;
  }

  /**
   * Opens a journal, made if it is missing, and hands its events over in order. The caller holds
   * the project's lock.
   *
   * @throws ProjectFault with its line, if one before the last is damaged
   * @throws FileFault if it cannot be read or written
   */
  public static AnchorJournal open(Path file, EventSink events) {
    AnchorJournal journal = new AnchorJournal(file);
    try {
      boolean made = Files.notExists(file);
      RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw");
      journal.out = out;
      SafeWrite.discardParts(JournalSnapshot.beside(file));
      if (made) {
        syncFolder(file);
      } else {
        journal.repair(journal.read(events), out);
      }
      journal.bytes = out.length();
      out.seek(journal.bytes);
      return journal;
    } catch (IOException e) {
      journal.close();
      throw SafeWrite.fault(file, e);
    } catch (RuntimeException e) {
      journal.close();
      throw e;
    }
  }

  /** Opens a journal to read only: a torn end is passed over and left where it is. */
  public static AnchorJournal openReadOnly(Path file, EventSink events) {
    AnchorJournal journal = new AnchorJournal(file);
    try {
      End end = journal.read(events);
      if (end.tornBytes() > 0) {
        journal.torn = new Torn(null, end.tornBytes());
      }
    } catch (NoSuchFileException e) {
      return journal;
    } catch (IOException e) {
      throw new FileFault(FileFault.Problem.UNREADABLE, file, 0, String.valueOf(e.getMessage()), e);
    }
    return journal;
  }

  /** The torn line found on opening; null if there was none. */
  public @Nullable Torn torn() {
    return torn;
  }

  /** Whether events can be appended. */
  public boolean writable() {
    return out != null;
  }

  /**
   * Appends the events of one batch and returns when they are on the disk. If that fails nothing of
   * them stays.
   *
   * @throws ProjectFault if it is open to read only
   * @throws FileFault if the disk is full or broken
   */
  public void append(List<AnchorEvent> events) {
    RandomAccessFile file = out;
    if (file == null) {
      throw new ProjectFault(ProjectFault.Problem.READ_ONLY, this.file.getParent(), "");
    }
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    for (AnchorEvent event : events) {
      EventLine.write(event, lines);
    }
    long before = -1;
    try {
      before = file.getFilePointer();
      file.write(lines.toByteArray());
      file.getFD().sync();
    } catch (IOException e) {
      takeBack(file, before);
      throw SafeWrite.fault(this.file, e);
    }
    digest.update(lines.toByteArray());
    bytes = Math.addExact(before, lines.size());
  }

  /**
   * What stands in the journal, to be written beside it.
   *
   * @param events all there are
   */
  JournalSnapshot snapshot(List<AnchorEvent> events) {
    return new JournalSnapshot(bytes, JournalSnapshot.hash(digest), List.copyOf(events));
  }

  /** Where it is. */
  Path file() {
    return file;
  }

  /** How many events came from a snapshot on opening; 0 if none was used. */
  int fromSnapshot() {
    return fromSnapshot;
  }

  /** How many lines were parsed on opening: those after the snapshot. */
  int replayed() {
    return replayed;
  }

  /** Cuts a failed append off; a journal that cannot even do that takes no more events. */
  private void takeBack(RandomAccessFile file, long before) {
    try {
      file.setLength(before);
      file.seek(before);
      file.getFD().sync();
    } catch (IOException | IllegalArgumentException e) {
      close();
    }
  }

  @Override
  public void close() {
    try (RandomAccessFile closing = out) {
      out = null;
    } catch (IOException e) {
      throw SafeWrite.fault(file, e);
    }
  }

  /** Where the whole events end, whether the last lacks its LF, and what stands behind it. */
  private record End(long wholeBytes, boolean feedMissing, long tornBytes) {}

  private End read(EventSink events) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      JournalSnapshot snapshot = JournalSnapshot.read(file);
      if (snapshot != null && isOurs(snapshot, in) && tell(snapshot, events)) {
        fromSnapshot = snapshot.events().size();
        return read(in, snapshot.bytes(), fromSnapshot, events);
      }
    }
    digest = JournalSnapshot.sha256();
    try (InputStream in = Files.newInputStream(file)) {
      return read(in, 0, 0, events);
    }
  }

  /** Reads what the snapshot stands for, and says whether it is that to the byte. */
  private boolean isOurs(JournalSnapshot snapshot, InputStream in) throws IOException {
    byte[] chunk = new byte[1 << 16];
    long left = snapshot.bytes();
    while (left > 0) {
      int n = in.read(chunk, 0, (int) Math.min(chunk.length, left));
      if (n < 0) {
        return false;
      }
      digest.update(chunk, 0, n);
      left -= n;
    }
    return left == 0 && JournalSnapshot.hash(digest).equals(snapshot.hash());
  }

  private static boolean tell(JournalSnapshot snapshot, EventSink events) {
    try {
      snapshot.events().forEach(events::accept);
      return true;
    } catch (IllegalArgumentException e) {
      events.restart();
      return false;
    }
  }

  /**
   * Reads the lines that are left.
   *
   * @param passed bytes of the file before them
   * @param before lines before them
   */
  private End read(InputStream in, long passed, long before, EventSink events) throws IOException {
    ByteLines lines = new ByteLines(in);
    long number = before;
    long whole = passed;
    boolean terminated = true;
    while (lines.next()) {
      number++;
      AnchorEvent event = EventLine.read(lines.bytes(), lines.start(), lines.length());
      if (event == null) {
        return torn(lines, passed, whole, number);
      }
      try {
        events.accept(event);
      } catch (IllegalArgumentException e) {
        throw damaged(number, e);
      }
      digest.update(lines.bytes(), lines.start(), lines.length());
      digest.update((byte) '\n');
      replayed++;
      whole = passed + lines.nextOffset();
      terminated = lines.terminated();
    }
    return new End(whole, !terminated, 0);
  }

  /** The bad line is torn if it is the last, else damaged. */
  private End torn(ByteLines lines, long passed, long whole, long number) throws IOException {
    long end = passed + lines.nextOffset();
    if (lines.next()) {
      throw damaged(number, null);
    }
    return new End(whole, false, end - whole);
  }

  private ProjectFault damaged(long line, @Nullable Exception cause) {
    return new ProjectFault(ProjectFault.Problem.DAMAGED_JOURNAL, file, line, "", cause);
  }

  private void repair(End end, RandomAccessFile out) throws IOException {
    if (end.tornBytes() > 0) {
      Path aside = unusedAside();
      out.seek(end.wholeBytes());
      SafeWrite.write(
          aside,
          copy -> {
            byte[] chunk = new byte[1 << 16];
            for (int n = out.read(chunk); n > 0; n = out.read(chunk)) {
              copy.write(chunk, 0, n);
            }
          });
      syncFolder(aside);
      out.setLength(end.wholeBytes());
      out.getFD().sync();
      torn = new Torn(aside, end.tornBytes());
    } else if (end.feedMissing()) {
      out.seek(end.wholeBytes());
      out.write('\n');
      out.getFD().sync();
    }
  }

  private Path unusedAside() {
    String name = file.getFileName() + ".torn-" + STAMP.format(Instant.now());
    Path aside = file.resolveSibling(name);
    for (int i = 2; Files.exists(aside); i++) {
      aside = file.resolveSibling(name + "-" + i);
    }
    return aside;
  }

  /** Makes a new name durable where folders can be synced; elsewhere there is nothing to do. */
  private static void syncFolder(Path file) {
    try (FileChannel folder =
        FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
      folder.force(true);
    } catch (IOException e) {
      // Windows cannot open a folder; its file system keeps names durable by itself.
      return;
    }
  }
}
