package setu.core.anchor;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import setu.core.file.SafeWrite;

/**
 * The events of a journal's beginning in a form that is read faster than its lines: a file beside
 * the journal that may be deleted at any time.
 *
 * <p>It holds the length and SHA-256 of the bytes its events were read from, and ends with the
 * SHA-256 of itself. Whatever does not fit is passed over: the journal alone is the truth.
 *
 * @param bytes length of that beginning
 * @param hash SHA-256 of that beginning
 */
record JournalSnapshot(long bytes, String hash, List<AnchorEvent> events) {
  /** Raised whenever the form changes; files of another form are passed over. */
  private static final long FORM = 0x5365_7475_534e_0002L;

  private static final int DIGEST = 32;

  /** The file beside a journal. */
  static Path beside(Path journal) {
    return journal.resolveSibling(journal.getFileName() + ".snapshot");
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Its bytes so far as one text; the digest goes on. */
  static String hash(MessageDigest digest) {
    try {
      MessageDigest copy = (MessageDigest) digest.clone();
      return new String(copy.digest(), StandardCharsets.ISO_8859_1);
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("Java's own SHA-256 can be cloned", e);
    }
  }

  // Writing.

  /**
   * Writes the file beside a journal, whole or not at all.
   *
   * @throws setu.core.fault.FileFault if the disk refuses it
   */
  void write(Path journal) {
    SafeWrite.write(
        beside(journal),
        out -> {
          ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 20);
          new Writer(new DataOutputStream(bytes)).all(this);
          byte[] body = bytes.toByteArray();
          out.write(body);
          out.write(sha256().digest(body));
        });
  }

  /** Every text is written once, and named by its place after that. */
  private static final class Writer {
    private final DataOutputStream out;
    private final Map<String, Integer> places = new HashMap<>();

    Writer(DataOutputStream out) {
      this.out = out;
    }

    void all(JournalSnapshot snapshot) throws IOException {
      out.writeLong(FORM);
      out.writeLong(snapshot.bytes());
      out.write(snapshot.hash().getBytes(StandardCharsets.ISO_8859_1));
      out.writeInt(snapshot.events().size());
      for (AnchorEvent event : snapshot.events()) {
        event(event);
      }
    }

    private void event(AnchorEvent event) throws IOException {
      out.writeLong(event.id());
      out.writeLong(event.batch());
      out.writeInt(event.stamp().of());
      Instant time = event.time();
      out.writeLong(time.getEpochSecond());
      out.writeInt(time.getNano());
      text(event.author());
      text(event.stamp().name().kind().key());
      text(event.stamp().name().of());
      switch (event) {
        case AnchorEvent.Added added -> {
          subject('a', added.anchor());
          draft(added.draft());
        }
        case AnchorEvent.Changed changed -> {
          subject('c', changed.anchor());
          draft(changed.draft());
        }
        case AnchorEvent.Removed removed -> subject('r', removed.anchor());
        case AnchorEvent.Undone back -> subject('u', back.undoes());
        case AnchorEvent.Redone again -> subject('d', again.redoes());
      }
    }

    private void subject(char type, long id) throws IOException {
      out.writeByte(type);
      out.writeLong(id);
    }

    private void draft(Draft draft) throws IOException {
      text(draft.source());
      text(draft.target());
      text(draft.status().key());
      text(draft.pos());
      text(draft.category());
      text(draft.note());
      text(draft.comment());
      out.writeInt(draft.tags().size());
      for (String tag : draft.tags()) {
        text(tag);
      }
      out.writeBoolean(draft.preferred());
      text(draft.origin());
    }

    private void text(String text) throws IOException {
      Integer place = places.putIfAbsent(text, places.size());
      out.writeInt(place == null ? places.size() - 1 : place);
      if (place == null) {
        // A half of a surrogate pair is refused: nothing but the very same text is kept.
        ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
        byte[] utf8 = new byte[encoded.remaining()];
        encoded.get(utf8);
        out.writeInt(utf8.length);
        out.write(utf8);
      }
    }
  }

  // Reading.

  /** Reads the file beside a journal; null where there is none, or none that is whole. */
  static @Nullable JournalSnapshot read(Path journal) {
    Path file = beside(journal);
    if (!Files.isRegularFile(file)) {
      return null;
    }
    try {
      byte[] all = Files.readAllBytes(file);
      int body = all.length - DIGEST;
      if (body < Long.BYTES || ByteBuffer.wrap(all).getLong() != FORM) {
        return null;
      }
      MessageDigest digest = sha256();
      digest.update(all, 0, body);
      return Arrays.equals(digest.digest(), 0, DIGEST, all, body, all.length)
          ? new Reader(ByteBuffer.wrap(all, 0, body)).all()
          : null;
    } catch (IOException | BufferUnderflowException | DateTimeException e) {
      return null;
    } catch (IllegalArgumentException | IndexOutOfBoundsException | NegativeArraySizeException e) {
      return null;
    }
  }

  private static final class Reader {
    private final ByteBuffer in;
    private final List<String> texts = new ArrayList<>();

    Reader(ByteBuffer in) {
      this.in = in;
    }

    JournalSnapshot all() {
      in.getLong();
      long bytes = in.getLong();
      byte[] hash = new byte[DIGEST];
      in.get(hash);
      int count = in.getInt();
      List<AnchorEvent> events = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        events.add(event());
      }
      return new JournalSnapshot(bytes, new String(hash, StandardCharsets.ISO_8859_1), events);
    }

    private AnchorEvent event() {
      AnchorEvent.Stamp stamp =
          new AnchorEvent.Stamp(
              in.getLong(),
              in.getLong(),
              in.getInt(),
              Instant.ofEpochSecond(in.getLong(), in.getInt()),
              text(),
              new EditName(EditName.Kind.named(text()), text()));
      char type = (char) in.get();
      long subject = in.getLong();
      return switch (type) {
        case 'a' -> new AnchorEvent.Added(stamp, subject, draft());
        case 'c' -> new AnchorEvent.Changed(stamp, subject, draft());
        case 'r' -> new AnchorEvent.Removed(stamp, subject);
        case 'u' -> new AnchorEvent.Undone(stamp, subject);
        case 'd' -> new AnchorEvent.Redone(stamp, subject);
        default -> throw new IllegalArgumentException("event of type " + type);
      };
    }

    private Draft draft() {
      String source = text();
      String target = text();
      AnchorStatus status = AnchorStatus.named(text());
      if (status == null) {
        throw new IllegalArgumentException("unknown status");
      }
      String pos = text();
      String category = text();
      String note = text();
      String comment = text();
      int count = in.getInt();
      List<String> tags = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        tags.add(text());
      }
      boolean preferred = in.get() != 0;
      return new Draft(
          source, target, status, pos, category, note, comment, tags, preferred, text());
    }

    private String text() {
      int place = in.getInt();
      if (place == texts.size()) {
        byte[] utf8 = new byte[in.getInt()];
        in.get(utf8);
        texts.add(new String(utf8, StandardCharsets.UTF_8));
      }
      return texts.get(place);
    }
  }
}
