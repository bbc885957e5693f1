package setu.core.space;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import setu.core.fault.SpaceFault;
import setu.core.math.FloatMatrix;
import setu.core.math.Parallel;
import setu.core.task.Cancellation;
import setu.core.task.Progress;

/**
 * Reads fastText models ({@code .bin}, versions 11 and 12) with their subwords: a word's vector is
 * the mean of its own row and those of its character n-grams. Quantised models ({@code .ftz}) are
 * refused by name.
 */
public final class FastTextReader implements SpaceReader {
  private static final byte[] MAGIC = {(byte) 0xBA, 0x16, 0x4F, 0x2F};
  private static final int LONGEST_WORD = 1 << 16;
  private static final int ROWS_AT_ONCE = 1024;
  private static final byte WORD = 0;
  private static final int SHOWN = 20;
  private static final int SUPERVISED = 3;
  private static final String SENTENCE_END = "</s>";

  /** A reader. */
  public FastTextReader() {}

  /** A model's sizes and n-gram lengths. */
  private record Shape(int dimensions, int buckets, int shortest, int longest) {}

  @Override
  public boolean accepts(byte[] head) {
    return Magic.begins(head, MAGIC);
  }

  @Override
  public EmbeddingSpace read(
      Path file, ReadOptions options, Progress progress, Cancellation cancellation) {
    return BinaryReading.read(
        file,
        null,
        options,
        progress,
        cancellation,
        in -> new Model(file, in, options, cancellation).read());
  }

  @Override
  public SpaceOutline outline(Path file, ReadOptions options, Cancellation cancellation) {
    return BinaryReading.look(
        file, cancellation, in -> new Model(file, in, options, cancellation).outline());
  }

  /** One reading of one model. */
  private static final class Model {
    private final Path file;
    private final SpaceInput in;
    private final ReadOptions options;
    private final Cancellation cancellation;

    Model(Path file, SpaceInput in, ReadOptions options, Cancellation cancellation) {
      this.file = file;
      this.in = in;
      this.options = options;
      this.cancellation = cancellation;
    }

    /** Sizes and first words; the vectors would need the whole model. */
    SpaceOutline outline() throws IOException {
      Shape shape = arguments();
      in.skip(4);
      int nwords = in.readInt();
      in.skip(4 + 8 + 8);
      List<String> words = new ArrayList<>();
      byte[] buffer = new byte[256];
      while (words.size() < Math.min(nwords, SHOWN)) {
        words.add(word(buffer));
        in.skip(9);
      }
      long extra = 4L * shape.buckets() * shape.dimensions();
      return new SpaceOutline(nwords, shape.dimensions(), extra, words);
    }

    SpaceBuilder read() throws IOException {
      Shape shape = arguments();
      int size = in.readInt();
      int nwords = in.readInt();
      int nlabels = in.readInt();
      in.skip(8);
      long pruned = in.readLong();
      if (pruned >= 0) {
        throw new SpaceFault(SpaceFault.Problem.UNSUPPORTED, file, "fastText .ftz (pruned)");
      }
      if (nwords < 0 || nlabels < 0 || size != (long) nwords + nlabels) {
        throw damaged(nwords + " + " + nlabels + " ≠ " + size);
      }
      in.require(size, 10);
      String[] words = new String[(int) in.likely(nwords, 10)];
      long[] counts = new long[words.length];
      byte[] buffer = new byte[256];
      for (int entry = 0; entry < size; entry++) {
        String word = word(buffer);
        long count = in.readLong();
        boolean isWord = in.readByte() == WORD;
        if (isWord != entry < nwords) {
          throw damaged(word);
        }
        if (isWord) {
          if (entry == words.length) {
            words = Arrays.copyOf(words, Math.min(nwords, 2 * entry + 16));
            counts = Arrays.copyOf(counts, words.length);
          }
          words[entry] = word;
          counts[entry] = count;
        }
      }
      if (in.readByte() != 0) {
        throw new SpaceFault(SpaceFault.Problem.UNSUPPORTED, file, "fastText .ftz (quantised)");
      }
      return rows(shape, words, counts, nwords);
    }

    private Shape arguments() throws IOException {
      in.skip(4);
      int version = in.readInt();
      if (version != 11 && version != 12) {
        throw new SpaceFault(SpaceFault.Problem.UNSUPPORTED, file, "fastText " + version);
      }
      int dimensions = in.readInt();
      in.skip(4L * 6);
      int model = in.readInt();
      int buckets = in.readInt();
      int shortest = in.readInt();
      int longest = in.readInt();
      in.skip(4 + 8);
      if (version == 11 && model == SUPERVISED) {
        longest = 0;
      }
      BinaryReading.requireShape(file, buckets, dimensions);
      return new Shape(dimensions, buckets, shortest, longest);
    }

    private String word(byte[] buffer) throws IOException {
      byte[] bytes = buffer;
      int length = 0;
      for (int next = in.readByte(); next != 0; next = in.readByte()) {
        if (length == bytes.length) {
          if (length >= LONGEST_WORD) {
            throw damaged("> 64 KB");
          }
          bytes = Arrays.copyOf(bytes, 2 * length);
        }
        bytes[length++] = (byte) next;
      }
      return WordBytes.decode(bytes, 0, length);
    }

    private SpaceBuilder rows(Shape shape, String[] words, long[] counts, int nwords)
        throws IOException {
      int d = shape.dimensions();
      long m = in.readLong();
      long n = in.readLong();
      if (n != d || m != (long) nwords + shape.buckets()) {
        throw damaged(m + " × " + n + " ≠ " + nwords + " + " + shape.buckets() + " × " + d);
      }
      in.require(m, 4L * d);
      FloatMatrix own = RowStore.matrix(file, nwords, d);
      fill(own);
      FloatMatrix buckets = RowStore.matrix(file, shape.buckets(), d);
      fill(buckets);
      SubwordModel subwords = new SubwordModel(shape.shortest(), shape.longest(), buckets);
      average(own, words, subwords);
      SpaceBuilder builder =
          new SpaceBuilder(file, SpaceFormat.FASTTEXT, options, new RowStore(own), d);
      float[] values = new float[d];
      for (int row = 0; row < nwords && !builder.full(); row++) {
        if (builder.takes(words[row], counts[row])) {
          own.getRow(row, values);
          builder.add(words[row], values, 0, row + 1L);
        }
      }
      builder.subwords(subwords);
      return builder;
    }

    private void fill(FloatMatrix matrix) throws IOException {
      int d = matrix.columns();
      byte[] bytes = new byte[Math.multiplyExact(d, 4)];
      float[] values = new float[d];
      for (int row = 0; row < matrix.rows(); row++) {
        in.readFully(bytes, 0, bytes.length);
        FloatType.F32.decode(bytes, 0, ByteOrder.LITTLE_ENDIAN, values, 0, d);
        matrix.setRow(row, values);
      }
    }

    /** Turns each word's own row into the mean of it and its n-grams' rows. */
    private void average(FloatMatrix own, String[] words, SubwordModel subwords) {
      Parallel.forEach(
          Math.ceilDiv(own.rows(), ROWS_AT_ONCE),
          options.threads(),
          block -> {
            cancellation.check();
            float[] sum = new float[own.columns()];
            float[] row = new float[own.columns()];
            int to = Math.min(own.rows(), (block + 1) * ROWS_AT_ONCE);
            for (int i = block * ROWS_AT_ONCE; i < to; i++) {
              if (!words[i].equals(SENTENCE_END)) {
                own.getRow(i, sum);
                SubwordModel.scale(sum, 1 + subwords.addNgrams(words[i], sum, row));
                own.setRow(i, sum);
              }
            }
          });
    }

    private SpaceFault damaged(String detail) {
      return new SpaceFault(SpaceFault.Problem.DAMAGED, file, detail);
    }
  }
}
