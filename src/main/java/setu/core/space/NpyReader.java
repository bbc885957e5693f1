package setu.core.space;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import setu.core.fault.SpaceFault;
import setu.core.task.Cancellation;
import setu.core.task.Progress;

/**
 * Reads NumPy arrays n × d of 16-, 32- or 64-bit floats in either order and either endianness
 * (format versions 1 to 3); the words are beside the file.
 */
public final class NpyReader implements SpaceReader {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final int LONGEST_HEADER = 1 << 16;
  private static final Pattern DESCRIPTION = Pattern.compile("'descr'\\s*:\\s*'([^']{1,20})'");
  private static final Pattern ORDER = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
  private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([^)]{0,80})\\)");
  private static final Pattern TWO =
      Pattern.compile("\\s*(\\d{1,15})L?\\s*,\\s*(\\d{1,15})L?\\s*,?\\s*");

  /** A reader. */
  public NpyReader() {}

  @Override
  public boolean accepts(byte[] head) {
    return Magic.begins(head, MAGIC);
  }

  @Override
  public boolean isWordless(byte[] head) {
    return true;
  }

  @Override
  public EmbeddingSpace read(
      Path file, ReadOptions options, Progress progress, Cancellation cancellation) {
    CompanionWords words = CompanionWords.of(file, options, cancellation);
    return BinaryReading.read(
        file,
        words,
        options,
        progress,
        cancellation,
        in -> header(file, in).read(file, SpaceFormat.NPY, in, words, options));
  }

  @Override
  public SpaceOutline outline(Path file, ReadOptions options, Cancellation cancellation) {
    return BinaryReading.look(
        file, cancellation, in -> SpaceOutline.ofRows(header(file, in).rows()));
  }

  /** Reads the header; {@code in} then stands at the first number. */
  static StoredMatrix header(Path file, SpaceInput in) throws IOException {
    in.skip(MAGIC.length);
    int version = in.readByte();
    in.skip(1);
    if (version < 1 || version > 3) {
      throw new SpaceFault(SpaceFault.Problem.UNSUPPORTED, file, "npy " + version);
    }
    long length = version == 1 ? in.readByte() | in.readByte() << 8 : in.readInt() & 0xFFFFFFFFL;
    byte[] bytes = in.readBytes(length, LONGEST_HEADER);
    String header = new String(bytes, StandardCharsets.UTF_8);
    Matcher description = DESCRIPTION.matcher(header);
    Matcher order = ORDER.matcher(header);
    Matcher shape = SHAPE.matcher(header);
    if (!description.find() || !order.find() || !shape.find()) {
      String shown = header.strip().substring(0, Math.min(80, header.strip().length()));
      throw new SpaceFault(SpaceFault.Problem.DAMAGED, file, shown);
    }
    Matcher two = TWO.matcher(shape.group(1));
    if (!two.matches()) {
      throw new SpaceFault(SpaceFault.Problem.UNSUPPORTED, file, "shape (" + shape.group(1) + ")");
    }
    String type = description.group(1);
    return new StoredMatrix(
        Long.parseLong(two.group(1)),
        Long.parseLong(two.group(2)),
        type(file, type),
        type.startsWith(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN,
        order.group(1).equals("True"));
  }

  private static FloatType type(Path file, String description) {
    return switch (description.substring(1)) {
      case "f2" -> FloatType.F16;
      case "f4" -> FloatType.F32;
      case "f8" -> FloatType.F64;
      default ->
          throw new SpaceFault(SpaceFault.Problem.UNSUPPORTED, file, "'" + description + "'");
    };
  }
}
