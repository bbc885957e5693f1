package setu.core.space;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import setu.core.math.FloatMatrix;
import setu.core.task.Cancellation;
import setu.core.task.Progress;

/**
 * Writes a safetensors file of one tensor named {@code embeddings}, and its words beside it as
 * {@code NAME.vocab.txt}.
 */
final class SafetensorsWriter implements SpaceWriter {
  private static final int ALIGNMENT = 8;

  private final FloatType type;

  /** Of numbers of this type. */
  SafetensorsWriter(FloatType type) {
    this.type = type;
  }

  @Override
  public void write(
      Path file,
      List<String> words,
      FloatMatrix vectors,
      Progress progress,
      Cancellation cancellation) {
    String header =
        String.format(
            Locale.ROOT,
            "{\"embeddings\":{\"dtype\":\"%s\",\"shape\":[%d,%d],\"data_offsets\":[0,%d]}}",
            type.name(),
            vectors.rows(),
            vectors.columns(),
            (long) type.bytes() * vectors.rows() * vectors.columns());
    int length = Math.ceilDiv(header.length(), ALIGNMENT) * ALIGNMENT;
    byte[] prefix =
        ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(length).array();
    CompanionWriting.write(
        file,
        words,
        ".vocab.txt",
        out -> {
          out.write(prefix);
          out.write(SpaceOutput.utf8(header + " ".repeat(length - header.length())));
          SpaceOutput.floats(out, vectors, type, progress, cancellation);
        });
  }
}
