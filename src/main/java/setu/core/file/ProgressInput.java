package setu.core.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import setu.core.task.Cancellation;
import setu.core.task.Phase;
import setu.core.task.Progress;

/** A file that is read while somebody waits: it tells how far it is and may be given up. */
public final class ProgressInput extends FilterInputStream {
  private final Progress progress;
  private final Cancellation cancellation;

  private ProgressInput(InputStream in, Progress progress, Cancellation cancellation) {
    super(in);
    this.progress = progress;
    this.cancellation = cancellation;
  }

  /**
   * Opens a file; every read may throw {@link java.util.concurrent.CancellationException}.
   *
   * @throws IOException if it cannot be opened
   */
  public static ProgressInput of(Path file, Progress progress, Cancellation cancellation)
      throws IOException {
    InputStream in = Files.newInputStream(file);
    progress.begin(Phase.READ, file.toFile().length());
    return new ProgressInput(in, progress, cancellation);
  }

  @Override
  public int read() throws IOException {
    cancellation.check();
    int read = super.read();
    if (read >= 0) {
      progress.advance(1);
    }
    return read;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    cancellation.check();
    int read = super.read(bytes, offset, length);
    if (read > 0) {
      progress.advance(read);
    }
    return read;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
