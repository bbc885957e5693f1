package setu.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Prints UTF-8, line by line, and remembers what a {@link PrintWriter} keeps to itself. */
final class Printer extends PrintWriter {
  private final Remembering stream;

  private Printer(Remembering stream) {
    super(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    this.stream = stream;
  }

  /** A printer that sends every line at once. */
  static Printer on(OutputStream stream) {
    return new Printer(new Remembering(stream));
  }

  /** Why something printed did not arrive; null if all did, or the reader had enough. */
  @Nullable IOException lost() {
    flush();
    IOException failure = stream.failure;
    return failure == null || "Broken pipe".equals(failure.getMessage()) ? null : failure;
  }

  private static final class Remembering extends FilterOutputStream {
    private @Nullable IOException failure;

    Remembering(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      try {
        out.write(bytes, offset, length);
      } catch (IOException e) {
        failure = e;
        throw e;
      }
    }
  }
}
