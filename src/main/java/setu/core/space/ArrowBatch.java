package setu.core.space;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.compressors.lz4.FramedLZ4CompressorInputStream;
import org.jspecify.annotations.Nullable;
import setu.core.fault.SpaceFault;

/** Finds the columns of one record batch in its body; buffers compressed by LZ4 are unpacked. */
final class ArrowBatch {
  private static final int NODE = 16;
  private static final int BUFFER = 16;
  private static final int LZ4 = 0;
  private static final long LZ4_RATIO = 255;
  private static final int LONGEST = Integer.MAX_VALUE - 8;
  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final Path file;
  private final FlatTable batch;
  private final MemorySegment body;
  private final boolean packed;
  private int node;
  private int buffer;
  private int variadic;

  ArrowBatch(Path file, FlatTable batch, MemorySegment body) {
    this.file = file;
    this.batch = batch;
    this.body = body;
    FlatTable compression = batch.table(3);
    this.packed = compression != null;
    if (compression != null && compression.int8(0, LZ4) != LZ4) {
      throw new SpaceFault(SpaceFault.Problem.UNSUPPORTED, file, "Arrow, ZSTD");
    }
  }

  /** n, the number of rows. */
  long rows() {
    return batch.int64(0, 0);
  }

  /** The columns that are wanted, null in the place of others, which are passed over. */
  List<@Nullable ArrowColumn> columns(List<ArrowField> fields, List<Boolean> wanted)
      throws IOException {
    List<@Nullable ArrowColumn> columns = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      ArrowColumn column = column(fields.get(i), wanted.get(i));
      columns.add(wanted.get(i) ? column : null);
    }
    return columns;
  }

  private ArrowColumn column(ArrowField field, boolean wanted) throws IOException {
    long nulls = batch.structInt64(1, NODE, node++, 8);
    int type = field.type();
    boolean nullable = type != ArrowField.NULL && type != ArrowField.UNION;
    nullable = nullable && type != ArrowField.RUN_END;
    MemorySegment validity = nullable ? next(wanted && nulls != 0) : null;
    List<MemorySegment> buffers = new ArrayList<>();
    for (int left = dataBuffers(field); left > 0; left--) {
      buffers.add(next(wanted));
    }
    List<ArrowColumn> children = new ArrayList<>();
    if (!field.dictionary()) {
      for (ArrowField child : field.children()) {
        children.add(column(child, wanted));
      }
    }
    return new ArrowColumn(field, nulls == 0 ? null : validity, buffers, children);
  }

  /** How many buffers follow a column's validity, its children's not counted. */
  private int dataBuffers(ArrowField field) {
    if (field.dictionary()) {
      return 1;
    }
    return switch (field.type()) {
      case ArrowField.NULL, ArrowField.STRUCT, ArrowField.FIXED_SIZE_LIST, ArrowField.RUN_END -> 0;
      case ArrowField.UTF8,
          ArrowField.BINARY,
          ArrowField.LARGE_UTF8,
          ArrowField.LARGE_BINARY,
          ArrowField.LIST_VIEW,
          ArrowField.LARGE_LIST_VIEW ->
          2;
      case ArrowField.UTF8_VIEW, ArrowField.BINARY_VIEW ->
          Math.toIntExact(1 + batch.structInt64(4, Long.BYTES, variadic++, 0));
      case ArrowField.UNION ->
          throw new SpaceFault(SpaceFault.Problem.UNSUPPORTED, file, "Arrow, union");
      default -> 1;
    };
  }

  private MemorySegment next(boolean wanted) throws IOException {
    int index = buffer++;
    if (index >= batch.length(2)) {
      throw new IndexOutOfBoundsException(index);
    }
    long offset = batch.structInt64(2, BUFFER, index, 0);
    long length = batch.structInt64(2, BUFFER, index, 8);
    MemorySegment bytes = body.asSlice(offset, length);
    return packed && wanted && length > 0 ? unpack(bytes) : bytes;
  }

  private MemorySegment unpack(MemorySegment bytes) throws IOException {
    long size = bytes.get(LONG, 0);
    MemorySegment rest = bytes.asSlice(Long.BYTES);
    if (size == -1) {
      return rest;
    }
    long possible = Math.min(LONGEST, Math.multiplyExact(rest.byteSize(), LZ4_RATIO) + 64);
    if (size < 0 || size > possible || rest.byteSize() > LONGEST) {
      throw new SpaceFault(SpaceFault.Problem.DAMAGED, file, size + " B > " + possible + " B");
    }
    byte[] whole = rest.toArray(JAVA_BYTE);
    try (FramedLZ4CompressorInputStream in =
        new FramedLZ4CompressorInputStream(new ByteArrayInputStream(whole))) {
      byte[] unpacked = in.readNBytes((int) size);
      if (unpacked.length < size) {
        throw new SpaceFault(SpaceFault.Problem.DAMAGED, file, "LZ4");
      }
      return MemorySegment.ofArray(unpacked);
    }
  }
}
