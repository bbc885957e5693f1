package setu.core.anchor;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * An event as one line of JSON. Its last member is the CRC-32C of every byte before it, so that a
 * line is known to be whole without guessing: {@code {"event":1,…,"crc":"0a1b2c3d"}}.
 */
final class EventLine {
  private static final JsonFactory JSON = new JsonFactory();
  private static final byte[] CRC_MEMBER = ",\"crc\":\"".getBytes(StandardCharsets.US_ASCII);
  private static final int CRC_DIGITS = 8;

  /** What follows the bytes summed up: the member, its digits, a quote and a brace. */
  private static final int TAIL = CRC_MEMBER.length + CRC_DIGITS + 2;

  private EventLine() {}

  /** Appends the event's line, with its LF. */
  static void write(AnchorEvent event, ByteArrayOutputStream out) {
    ByteArrayOutputStream line = new ByteArrayOutputStream(256);
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), line)) {
      json.writeStartObject();
      AnchorEvent.Stamp stamp = event.stamp();
      json.writeNumberProperty("event", stamp.event());
      json.writeNumberProperty("batch", stamp.batch());
      json.writeNumberProperty("of", stamp.of());
      json.writeStringProperty("time", stamp.time().toString());
      json.writeStringProperty("author", stamp.author());
      if (stamp.name().kind() != EditName.Kind.EDIT) {
        json.writeStringProperty("edit", stamp.name().kind().key());
        writeIfSaid(json, "editOf", stamp.name().of());
      }
      switch (event) {
        case AnchorEvent.Added added -> {
          json.writeStringProperty("type", "added");
          json.writeNumberProperty("anchor", added.anchor());
          write(added.draft(), json);
        }
        case AnchorEvent.Changed changed -> {
          json.writeStringProperty("type", "changed");
          json.writeNumberProperty("anchor", changed.anchor());
          write(changed.draft(), json);
        }
        case AnchorEvent.Removed removed -> {
          json.writeStringProperty("type", "removed");
          json.writeNumberProperty("anchor", removed.anchor());
        }
        case AnchorEvent.Undone undone -> {
          json.writeStringProperty("type", "undone");
          json.writeNumberProperty("undoes", undone.undoes());
        }
        case AnchorEvent.Redone redone -> {
          json.writeStringProperty("type", "redone");
          json.writeNumberProperty("redoes", redone.redoes());
        }
      }
      json.writeEndObject();
    }
    byte[] object = line.toByteArray();
    int summed = object.length - 1;
    out.write(object, 0, summed);
    out.writeBytes(CRC_MEMBER);
    out.writeBytes(digits(object, 0, summed).getBytes(StandardCharsets.US_ASCII));
    out.write('"');
    out.write('}');
    out.write('\n');
  }

  private static void write(Draft draft, JsonGenerator json) {
    json.writeStringProperty("source", draft.source());
    json.writeStringProperty("target", draft.target());
    json.writeStringProperty("status", draft.status().key());
    writeIfSaid(json, "pos", draft.pos());
    writeIfSaid(json, "category", draft.category());
    writeIfSaid(json, "note", draft.note());
    writeIfSaid(json, "comment", draft.comment());
    if (!draft.tags().isEmpty()) {
      json.writeArrayPropertyStart("tags");
      draft.tags().forEach(json::writeString);
      json.writeEndArray();
    }
    if (draft.preferred()) {
      json.writeBooleanProperty("preferred", true);
    }
    writeIfSaid(json, "origin", draft.origin());
  }

  private static void writeIfSaid(JsonGenerator json, String name, String value) {
    if (!value.isEmpty()) {
      json.writeStringProperty(name, value);
    }
  }

  /** The event of a line without its LF; null if the line is torn or damaged. */
  static @Nullable AnchorEvent read(byte[] bytes, int start, int length) {
    if (!isWhole(bytes, start, length)) {
      return null;
    }
    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), bytes, start, length)) {
      return new Members(json).event();
    } catch (JacksonException | DateTimeException | IllegalArgumentException e) {
      return null;
    }
  }

  private static boolean isWhole(byte[] bytes, int start, int length) {
    int summed = length - TAIL;
    if (summed < 1 || bytes[start + length - 1] != '}' || bytes[start + length - 2] != '"') {
      return false;
    }
    for (int i = 0; i < CRC_MEMBER.length; i++) {
      if (bytes[start + summed + i] != CRC_MEMBER[i]) {
        return false;
      }
    }
    String digits =
        new String(
            bytes, start + summed + CRC_MEMBER.length, CRC_DIGITS, StandardCharsets.US_ASCII);
    return digits.equals(digits(bytes, start, summed));
  }

  private static String digits(byte[] bytes, int start, int length) {
    CRC32C sum = new CRC32C();
    sum.update(bytes, start, length);
    return HexFormat.of().toHexDigits((int) sum.getValue());
  }

  /** The members of a line while it is read. */
  private static final class Members {
    private long event;
    private long batch;
    private int of;
    private Instant time = Instant.EPOCH;
    private String author = "";
    private EditName.Kind edit = EditName.Kind.EDIT;
    private String editOf = "";
    private String type = "";
    private long subject;
    private String source = "";
    private String target = "";
    private AnchorStatus status = AnchorStatus.CANDIDATE;
    private String pos = "";
    private String category = "";
    private String note = "";
    private String comment = "";
    private final List<String> tags = new ArrayList<>();
    private boolean preferred;
    private String origin = "";

    Members(JsonParser json) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new IllegalArgumentException("no object");
      }
      for (String name = json.nextName(); name != null; name = json.nextName()) {
        json.nextToken();
        member(name, json);
      }
    }

    private void member(String name, JsonParser json) {
      switch (name) {
        case "event" -> event = json.getLongValue();
        case "batch" -> batch = json.getLongValue();
        case "of" -> of = json.getIntValue();
        case "time" -> time = Instant.parse(json.getString());
        case "author" -> author = json.getString();
        case "edit" -> edit = EditName.Kind.named(json.getString());
        case "editOf" -> editOf = json.getString();
        case "type" -> type = json.getString();
        case "anchor", "undoes", "redoes" -> subject = json.getLongValue();
        case "source" -> source = json.getString();
        case "target" -> target = json.getString();
        case "status" -> status = status(json.getString());
        case "pos" -> pos = json.getString();
        case "category" -> category = json.getString();
        case "note" -> note = json.getString();
        case "comment" -> comment = json.getString();
        case "tags" -> {
          while (json.nextToken() != JsonToken.END_ARRAY) {
            tags.add(json.getString());
          }
        }
        case "preferred" -> preferred = json.getBooleanValue();
        case "origin" -> origin = json.getString();
        default -> json.skipChildren();
      }
    }

    private static AnchorStatus status(String key) {
      AnchorStatus status = AnchorStatus.named(key);
      if (status == null) {
        throw new IllegalArgumentException(key);
      }
      return status;
    }

    AnchorEvent event() {
      EditName name = edit == EditName.Kind.EDIT ? EditName.BY_HAND : new EditName(edit, editOf);
      AnchorEvent.Stamp stamp = new AnchorEvent.Stamp(event, batch, of, time, author, name);
      return switch (type) {
        case "added" -> new AnchorEvent.Added(stamp, subject, draft());
        case "changed" -> new AnchorEvent.Changed(stamp, subject, draft());
        case "removed" -> new AnchorEvent.Removed(stamp, subject);
        case "undone" -> new AnchorEvent.Undone(stamp, subject);
        case "redone" -> new AnchorEvent.Redone(stamp, subject);
        default -> throw new IllegalArgumentException(type);
      };
    }

    private Draft draft() {
      return new Draft(
          source, target, status, pos, category, note, comment, tags, preferred, origin);
    }
  }
}
