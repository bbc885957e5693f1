package setu.core.anchor;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import setu.core.task.Cancellation;

/** Bytes that are written until the work is cancelled. */
final class CancellableOutput extends FilterOutputStream {
  private final Cancellation cancellation;

  CancellableOutput(OutputStream out, Cancellation cancellation) {
    super(out);
    this.cancellation = cancellation;
  }

  @Override
  public void write(byte[] bytes, int from, int count) throws IOException {
    cancellation.check();
    out.write(bytes, from, count);
  }
}
