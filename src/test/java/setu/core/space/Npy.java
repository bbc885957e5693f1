package setu.core.space;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A two-dimensional little-endian float32 array in NumPy's format: the tests' other witness. */
record Npy(int rows, int columns, ByteBuffer values) {
  static Npy read(Path file) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    int header = bytes.getShort(8);
    String text = new String(bytes.array(), 10, header, StandardCharsets.US_ASCII);
    Matcher shape = Pattern.compile("'<f4'.*False.*\\((\\d+), (\\d+)\\)").matcher(text);
    if (!shape.find()) {
      throw new IOException(text);
    }
    return new Npy(
        Integer.parseInt(shape.group(1)),
        Integer.parseInt(shape.group(2)),
        bytes.slice(10 + header, bytes.capacity() - 10 - header).order(ByteOrder.LITTLE_ENDIAN));
  }

  float get(int row, int column) {
    return values.getFloat(4 * (row * columns + column));
  }
}
