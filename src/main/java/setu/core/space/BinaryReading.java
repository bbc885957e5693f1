package setu.core.space;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import setu.core.fault.SpaceFault;
import setu.core.task.Cancellation;
import setu.core.task.Phase;
import setu.core.task.Progress;

/** What reading a binary file from first to last byte takes, whatever its format. */
final class BinaryReading {
  private BinaryReading() {}

  /** Reads one format. */
  @FunctionalInterface
  interface Body {
    /** Gives the builder all rows, or as many as the limit lets it take. */
    SpaceBuilder read(SpaceInput in) throws IOException;
  }

  /**
   * Reads a file by {@code body}; whatever is wrong with it becomes a fault.
   *
   * @param companion the words in a file of their own; null where the file holds them
   */
  static EmbeddingSpace read(
      Path file,
      @Nullable CompanionWords companion,
      ReadOptions options,
      Progress progress,
      Cancellation cancellation,
      Body body) {
    FileStamp stamp = FileStamp.of(file);
    long begun = System.nanoTime();
    progress.begin(Phase.READ, stamp.size());
    boolean gzip = false;
    try (SpaceInput in = new SpaceInput(file, stamp.size(), progress, cancellation)) {
      gzip = in.gzip();
      SpaceBuilder rows = body.read(in);
      boolean cut = rows.full() && options.limit() < Integer.MAX_VALUE;
      String hash = cut ? "" : in.hash();
      stamp.requireUnchanged(file);
      return rows.build(
          hash, companion == null ? null : companion.hash(), (System.nanoTime() - begun) / 1e9);
    } catch (SpaceFault e) {
      stamp.requireUnchanged(file);
      throw e;
    } catch (EOFException | ZipException e) {
      stamp.requireUnchanged(file);
      throw cutOff(file, stamp, gzip, e);
    } catch (IOException e) {
      stamp.requireUnchanged(file);
      throw FileStamp.fault(file, e);
    }
  }

  /** Looks at the beginning of a file. */
  @FunctionalInterface
  interface Look {
    /** What the beginning says. */
    SpaceOutline at(SpaceInput in) throws IOException;
  }

  /** Looks at a file by {@code look}; whatever is wrong with it becomes a fault. */
  static SpaceOutline look(Path file, Cancellation cancellation, Look look) {
    FileStamp stamp = FileStamp.of(file);
    boolean gzip = false;
    try (SpaceInput in = new SpaceInput(file, stamp.size(), Progress.NONE, cancellation)) {
      gzip = in.gzip();
      return look.at(in);
    } catch (EOFException | ZipException e) {
      throw cutOff(file, stamp, gzip, e);
    } catch (IOException e) {
      throw FileStamp.fault(file, e);
    }
  }

  private static SpaceFault cutOff(Path file, FileStamp stamp, boolean gzip, IOException why) {
    SpaceFault.Problem problem =
        gzip ? SpaceFault.Problem.DAMAGED_GZIP : SpaceFault.Problem.CUT_OFF;
    return new SpaceFault(problem, file, 0, stamp.size() + " B", why);
  }

  /**
   * Makes sure that n × d is a shape a space can have.
   *
   * @throws SpaceFault if it is not
   */
  static void requireShape(Path file, long rows, long dimensions) {
    if (rows < 0 || dimensions < 1) {
      throw new SpaceFault(SpaceFault.Problem.DAMAGED, file, rows + " × " + dimensions);
    }
    if (rows > Integer.MAX_VALUE - 8 || dimensions > 1 << 20) {
      throw new SpaceFault(SpaceFault.Problem.TOO_LARGE, file, rows + " × " + dimensions);
    }
  }

  /**
   * Makes sure that a frequency floor finds counts.
   *
   * @throws SpaceFault if there are none
   */
  static void requireCounts(Path file, boolean counted, ReadOptions options) {
    if (options.selection().minCount() > 0 && !counted) {
      throw new SpaceFault(SpaceFault.Problem.NO_COUNTS, file, "");
    }
  }
}
