package setu.core.space;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import setu.core.fault.SpaceFault;
import setu.core.task.Cancellation;
import setu.core.task.Progress;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads one tensor n × d of a safetensors file: the one asked for by name, else the only one of two
 * dimensions, else the only one with as many rows as there are words. The words are beside the
 * file.
 */
public final class SafetensorsReader implements SpaceReader {
  private static final int LONGEST_HEADER = 100_000_000;
  private static final int START = 8;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** A reader. */
  public SafetensorsReader() {}

  /**
   * A tensor of two dimensions.
   *
   * @param begin offset of its first byte after the header
   */
  private record Tensor(String name, StoredMatrix matrix, long begin) {}

  @Override
  public boolean accepts(byte[] head) {
    if (head.length <= START || head[START] != '{') {
      return false;
    }
    long length = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getLong();
    return length > 1 && length <= LONGEST_HEADER;
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
        in -> {
          Tensor tensor = choose(file, tensors(file, in), options, words.size());
          in.skip(tensor.begin());
          return tensor.matrix().read(file, SpaceFormat.SAFETENSORS, in, words, options);
        });
  }

  @Override
  public SpaceOutline outline(Path file, ReadOptions options, Cancellation cancellation) {
    CompanionWords words = CompanionWords.of(file, options, cancellation);
    return BinaryReading.look(
        file,
        cancellation,
        in ->
            SpaceOutline.ofRows(
                choose(file, tensors(file, in), options, words.size()).matrix().rows()));
  }

  /** Reads the header; {@code in} then stands at the first tensor's bytes. */
  private static List<Tensor> tensors(Path file, SpaceInput in) throws IOException {
    byte[] header = in.readBytes(in.readLong(), LONGEST_HEADER);
    JsonNode root;
    try {
      root = JSON.readTree(header);
    } catch (JacksonException e) {
      throw new SpaceFault(SpaceFault.Problem.DAMAGED, file, 0, "JSON", e);
    }
    List<Tensor> tensors = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : root.properties()) {
      JsonNode shape = entry.getValue().path("shape");
      JsonNode offsets = entry.getValue().path("data_offsets");
      FloatType type = type(entry.getValue().path("dtype").asString(""));
      if (type == null || !shape.isArray() || shape.size() != 2 || offsets.size() != 2) {
        continue;
      }
      long rows = whole(file, shape.get(0));
      long columns = whole(file, shape.get(1));
      long begin = whole(file, offsets.get(0));
      BinaryReading.requireShape(file, rows, columns);
      if (whole(file, offsets.get(1)) - begin != rows * columns * type.bytes()) {
        throw new SpaceFault(SpaceFault.Problem.DAMAGED, file, entry.getKey());
      }
      StoredMatrix matrix = new StoredMatrix(rows, columns, type, ByteOrder.LITTLE_ENDIAN, false);
      tensors.add(new Tensor(entry.getKey(), matrix, begin));
    }
    return tensors;
  }

  private static long whole(Path file, JsonNode number) {
    if (!number.isIntegralNumber() || !number.canConvertToLong() || number.asLong() < 0) {
      throw new SpaceFault(SpaceFault.Problem.DAMAGED, file, number.toString());
    }
    return number.asLong();
  }

  private static @Nullable FloatType type(String name) {
    return switch (name) {
      case "F16" -> FloatType.F16;
      case "BF16" -> FloatType.BF16;
      case "F32" -> FloatType.F32;
      case "F64" -> FloatType.F64;
      default -> null;
    };
  }

  private static Tensor choose(Path file, List<Tensor> tensors, ReadOptions options, int words) {
    List<Tensor> fitting = tensors;
    String wanted = options.tensor();
    if (wanted != null) {
      fitting = tensors.stream().filter(tensor -> tensor.name().equals(wanted)).toList();
    } else if (tensors.size() > 1) {
      fitting = tensors.stream().filter(tensor -> tensor.matrix().rows() == words).toList();
    }
    if (fitting.size() == 1) {
      return fitting.get(0);
    }
    List<String> names = tensors.stream().map(Tensor::name).limit(20).toList();
    SpaceFault.Problem problem =
        wanted == null && !tensors.isEmpty()
            ? SpaceFault.Problem.SEVERAL_TENSORS
            : SpaceFault.Problem.NO_VECTORS;
    throw new SpaceFault(problem, file, String.join(", ", names));
  }
}
