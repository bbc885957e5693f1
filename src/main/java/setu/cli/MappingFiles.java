package setu.cli;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import setu.core.align.Alignment;
import setu.core.align.LinearMap;
import setu.core.align.SpaceMap;
import setu.core.file.SafeWrite;
import setu.core.math.FloatMatrix;

/** The files of a solved mapping: matrices as text and for NumPy, and centres where there are. */
final class MappingFiles {
  private MappingFiles() {}

  /** Writes the source's mapping, and the target's where the method maps it. */
  static void write(Path folder, Alignment alignment) {
    write(folder, "", alignment.source());
    SpaceMap target = alignment.target();
    if (target != null) {
      write(folder, ".target", target);
    }
  }

  private static void write(Path folder, String side, SpaceMap map) {
    FloatMatrix matrix = map.matrix();
    SafeWrite.write(
        folder.resolve("mapping" + side + ".txt"),
        to -> {
          for (int i = 0; i < matrix.rows(); i++) {
            StringBuilder line = new StringBuilder();
            for (float value : matrix.row(i)) {
              line.append(line.isEmpty() ? "" : " ").append(value);
            }
            to.write(line.append('\n').toString().getBytes(StandardCharsets.UTF_8));
          }
        });
    SafeWrite.write(folder.resolve("mapping" + side + ".npy"), to -> to.write(npy(matrix)));
    float[] center = map instanceof LinearMap linear ? linear.center() : null;
    if (center != null) {
      SafeWrite.write(
          folder.resolve("center" + side + ".npy"), to -> to.write(npy(FloatMatrix.of(center))));
    }
  }

  /** NumPy's format 1.0: 32-bit floats, little-endian, row-major. */
  private static byte[] npy(FloatMatrix matrix) {
    String header =
        "{'descr': '<f4', 'fortran_order': False, 'shape': ("
            + matrix.rows()
            + ", "
            + matrix.columns()
            + "), }";
    int before = 10;
    int padded = Math.ceilDiv(before + header.length() + 1, 64) * 64;
    header = header + " ".repeat(padded - before - header.length() - 1) + "\n";
    int floats = Math.multiplyExact(matrix.rows(), matrix.columns());
    ByteBuffer bytes = ByteBuffer.allocate(padded + floats * Float.BYTES);
    bytes.order(ByteOrder.LITTLE_ENDIAN);
    bytes.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII));
    bytes.put((byte) 1).put((byte) 0).putShort((short) header.length());
    bytes.put(header.getBytes(StandardCharsets.US_ASCII));
    for (int i = 0; i < matrix.rows(); i++) {
      for (float value : matrix.row(i)) {
        bytes.putFloat(value);
      }
    }
    return bytes.array();
  }
}
