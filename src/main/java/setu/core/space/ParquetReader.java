package setu.core.space;

import dev.hardwood.InputFile;
import dev.hardwood.metadata.LogicalType;
import dev.hardwood.metadata.PhysicalType;
import dev.hardwood.reader.ColumnReader;
import dev.hardwood.reader.ColumnReaders;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.Validity;
import dev.hardwood.schema.ColumnProjection;
import dev.hardwood.schema.ColumnSchema;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import setu.core.fault.Fault;
import setu.core.fault.SpaceFault;
import setu.core.file.ContentHash;
import setu.core.task.Cancellation;
import setu.core.task.Phase;
import setu.core.task.Progress;

/**
 * Reads Parquet tables batch by batch: a column of words and a column of lists of floats, or one
 * column of floats a dimension.
 */
public final class ParquetReader implements SpaceReader {
  private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
  private static final int BATCH_NUMBERS = 1 << 18;
  private static final int MOST_ROWS_EXPECTED = 1 << 18;

  /** A reader. */
  public ParquetReader() {}

  @Override
  public boolean accepts(byte[] head) {
    return Magic.begins(head, MAGIC);
  }

  @Override
  public EmbeddingSpace read(
      Path file, ReadOptions options, Progress progress, Cancellation cancellation) {
    FileStamp stamp = FileStamp.of(file);
    long begun = System.nanoTime();
    try {
      SpaceBuilder rows = rows(file, options, progress, cancellation);
      boolean cut = rows.full() && options.limit() < Integer.MAX_VALUE;
      String hash = cut ? "" : ContentHash.of(file, progress, cancellation);
      stamp.requireUnchanged(file);
      return rows.build(hash, null, (System.nanoTime() - begun) / 1e9);
    } catch (Fault | CancellationException e) {
      stamp.requireUnchanged(file);
      throw e;
    } catch (IOException e) {
      stamp.requireUnchanged(file);
      throw new SpaceFault(SpaceFault.Problem.DAMAGED, file, 0, "Parquet", e);
    } catch (OutOfMemoryError e) {
      throw new SpaceFault(SpaceFault.Problem.TOO_LARGE, file, 0, "Parquet", e);
    } catch (UnsupportedOperationException e) {
      stamp.requireUnchanged(file);
      throw new SpaceFault(SpaceFault.Problem.UNSUPPORTED, file, 0, "Parquet", e);
    } catch (RuntimeException e) {
      // The library says of a damaged file whatever it stumbled over.
      stamp.requireUnchanged(file);
      throw new SpaceFault(SpaceFault.Problem.DAMAGED, file, 0, "Parquet", e);
    }
  }

  @Override
  public SpaceOutline outline(Path file, ReadOptions options, Cancellation cancellation) {
    try (InputFile input = new ChannelInput(file);
        ParquetFileReader reader = ParquetFileReader.open(input)) {
      return SpaceOutline.ofRows(reader.getFileMetaData().numRows());
    } catch (IOException | RuntimeException e) {
      throw new SpaceFault(SpaceFault.Problem.DAMAGED, file, 0, "Parquet", e);
    }
  }

  private static SpaceBuilder rows(
      Path file, ReadOptions options, Progress progress, Cancellation cancellation)
      throws IOException {
    try (InputFile input = new ChannelInput(file);
        ParquetFileReader reader = ParquetFileReader.open(input)) {
      List<ColumnSchema> schema = reader.getFileSchema().getColumns();
      ParquetColumns columns = ParquetColumns.of(file, schema);
      BinaryReading.requireCounts(file, columns.count() >= 0, options);
      long rows = reader.getFileMetaData().numRows();
      BinaryReading.requireShape(file, rows, 1);
      progress.begin(Phase.READ, input.length());
      String[] names =
          columns.wanted().stream()
              .map(column -> schema.get(column).fieldPath().toString())
              .toArray(String[]::new);
      // Lists tell their length only as they are read: a batch is sized for a thousand numbers.
      int width = columns.lists() ? 1024 : columns.vectors().size();
      try (ColumnReaders readers =
          reader
              .buildColumnReaders(ColumnProjection.columns(names))
              .batchSize(Math.max(1, BATCH_NUMBERS / width))
              .build()) {
        return new Batches(file, options, schema, columns, rows, input.length())
            .read(readers, progress, cancellation);
      }
    }
  }

  /** One reading of one file. */
  private static final class Batches {
    private final Path file;
    private final ReadOptions options;
    private final List<ColumnSchema> schema;
    private final ParquetColumns columns;
    private final long expected;
    private final double bytesPerRow;
    private @Nullable SpaceBuilder builder;
    private float[] values = {};
    private long place;

    Batches(
        Path file,
        ReadOptions options,
        List<ColumnSchema> schema,
        ParquetColumns columns,
        long rows,
        long bytes) {
      this.file = file;
      this.options = options;
      this.schema = schema;
      this.columns = columns;
      this.expected = Math.min(rows, MOST_ROWS_EXPECTED);
      this.bytesPerRow = (double) bytes / Math.max(1, rows);
    }

    SpaceBuilder read(ColumnReaders readers, Progress progress, Cancellation cancellation) {
      while ((builder == null || !builder.full()) && readers.nextBatch()) {
        cancellation.check();
        batch(readers);
        progress.advance(Math.round(bytesPerRow * readers.getRecordCount()));
        progress.rowsRead(place);
      }
      if (builder == null) {
        throw new SpaceFault(SpaceFault.Problem.NO_ROWS, file, "0");
      }
      return builder;
    }

    private ColumnReader reader(ColumnReaders readers, int column) {
      return readers.getColumnReader(schema.get(column).fieldPath().toString());
    }

    private void batch(ColumnReaders readers) {
      int count = readers.getRecordCount();
      ColumnReader words = reader(readers, columns.word());
      byte[] texts = words.getBinaryValues();
      int[] bounds = words.getBinaryOffsets();
      long[] counts = columns.count() < 0 ? new long[0] : whole(reader(readers, columns.count()));
      List<Numbers> numbers = new ArrayList<>();
      for (int column : columns.vectors()) {
        numbers.add(Numbers.of(reader(readers, column)));
      }
      for (int row = 0; row < count; row++, place++) {
        int length = columns.lists() ? numbers.get(0).length(row) : numbers.size();
        SpaceBuilder into = builder == null ? begin(length) : builder;
        if (into == null) {
          continue;
        }
        if (into.full()) {
          return;
        }
        builder = into;
        String word =
            words.getLeafValidity().isNull(row)
                ? ""
                : WordBytes.decode(texts, bounds[row], bounds[row + 1] - bounds[row]);
        if (into.takes(word, row < counts.length ? counts[row] : 0)) {
          add(into, word, numbers, length, row);
        }
      }
    }

    private @Nullable SpaceBuilder begin(int dimensions) {
      if (dimensions == 0) {
        return null;
      }
      BinaryReading.requireShape(file, 1, dimensions);
      values = new float[dimensions];
      SpaceBuilder begun =
          new SpaceBuilder(file, SpaceFormat.PARQUET, expected, dimensions, options);
      for (long before = 1; before <= place; before++) {
        begun.refuse(LoadReport.Reason.TOO_FEW_NUMBERS, "", before);
      }
      return begun;
    }

    private void add(SpaceBuilder into, String word, List<Numbers> numbers, int length, int row) {
      if (length != values.length) {
        into.refuse(
            length < values.length
                ? LoadReport.Reason.TOO_FEW_NUMBERS
                : LoadReport.Reason.TOO_MANY_NUMBERS,
            word,
            place + 1);
        return;
      }
      if (columns.lists()) {
        numbers.get(0).list(row, values);
      } else {
        for (int j = 0; j < length; j++) {
          values[j] = numbers.get(j).get(row);
        }
      }
      into.add(word, values, 0, place + 1);
    }

    private static long[] whole(ColumnReader reader) {
      return reader.getColumnSchema().type() == PhysicalType.INT64
          ? reader.getLongs()
          : Arrays.stream(reader.getInts()).asLongStream().toArray();
    }
  }

  /**
   * The numbers of one column of a batch.
   *
   * <p>Exactly one of the three stores holds them, by how the file does.
   */
  private static final class Numbers {
    private final float[] floats;
    private final double[] doubles;
    private final byte[] halves;
    private final Validity validity;
    private final int[] offsets;

    private Numbers(ColumnReader reader, int[] offsets) {
      PhysicalType type = reader.getColumnSchema().type();
      this.floats = type == PhysicalType.FLOAT ? reader.getFloats() : new float[0];
      this.doubles = type == PhysicalType.DOUBLE ? reader.getDoubles() : new double[0];
      this.halves =
          type == PhysicalType.FIXED_LEN_BYTE_ARRAY ? reader.getBinaryValues() : new byte[0];
      this.validity = reader.getLeafValidity();
      this.offsets = offsets;
    }

    static Numbers of(ColumnReader reader) {
      int layers = reader.getColumnSchema().maxRepetitionLevel() == 0 ? 0 : reader.getLayerCount();
      if (layers > 1) {
        throw new UnsupportedOperationException("nested lists");
      }
      return new Numbers(reader, layers == 0 ? new int[0] : reader.getLayerOffsets(0));
    }

    int length(int row) {
      return offsets[row + 1] - offsets[row];
    }

    void list(int row, float[] into) {
      for (int j = 0; j < into.length; j++) {
        into[j] = get(offsets[row] + j);
      }
    }

    /** NaN where the number is missing. */
    float get(int at) {
      if (validity.isNull(at)) {
        return Float.NaN;
      }
      if (floats.length > 0) {
        return floats[at];
      }
      if (doubles.length > 0) {
        return (float) doubles[at];
      }
      float[] one = new float[1];
      FloatType.F16.decode(halves, 2 * at, ByteOrder.LITTLE_ENDIAN, one, 0, 1);
      return one[0];
    }
  }

  /** Which leaf columns are what, as in {@link TableColumns}. */
  private record ParquetColumns(int word, int count, boolean lists, List<Integer> vectors) {
    static ParquetColumns of(Path file, List<ColumnSchema> schema) {
      List<Integer> texts = new ArrayList<>();
      List<Integer> lists = new ArrayList<>();
      List<Integer> numbers = new ArrayList<>();
      List<Integer> wholes = new ArrayList<>();
      List<String> names = new ArrayList<>();
      for (int i = 0; i < schema.size(); i++) {
        ColumnSchema column = schema.get(i);
        boolean top = column.fieldPath().elements().size() == 1;
        names.add(column.fieldPath().topLevelName());
        if (isFloat(column) && column.maxRepetitionLevel() == 1) {
          lists.add(i);
        } else if (isFloat(column) && top) {
          numbers.add(i);
        } else if (column.type() == PhysicalType.BYTE_ARRAY && top) {
          texts.add(i);
        } else if (isWhole(column) && top) {
          wholes.add(i);
        }
      }
      int word = TableColumns.best(texts, names, TableColumns.WORDS);
      int list = TableColumns.best(lists, names, TableColumns.VECTORS);
      if (word < 0 || (list < 0 && numbers.size() < 2)) {
        String shown = String.join(", ", names.subList(0, Math.min(20, names.size())));
        throw new SpaceFault(SpaceFault.Problem.NO_VECTORS, file, shown);
      }
      int count = TableColumns.best(wholes, names, TableColumns.COUNTS);
      boolean named = count >= 0 && TableColumns.isCount(names.get(count));
      return new ParquetColumns(
          word, named ? count : -1, list >= 0, list >= 0 ? List.of(list) : List.copyOf(numbers));
    }

    private static boolean isWhole(ColumnSchema column) {
      return column.type() == PhysicalType.INT32 || column.type() == PhysicalType.INT64;
    }

    private static boolean isFloat(ColumnSchema column) {
      return column.type() == PhysicalType.FLOAT
          || column.type() == PhysicalType.DOUBLE
          || column.logicalType() instanceof LogicalType.Float16Type;
    }

    List<Integer> wanted() {
      List<Integer> wanted = new ArrayList<>(vectors);
      wanted.add(word);
      if (count >= 0) {
        wanted.add(count);
      }
      return wanted;
    }
  }
}
