package setu.core.space;

import dev.hardwood.InputFile;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** A file read piece by piece, not mapped: a mapped file that shrinks kills the process. */
final class ChannelInput implements InputFile {
  private final FileChannel channel;
  private final String name;

  ChannelInput(Path file) throws IOException {
    this.channel = FileChannel.open(file);
    this.name = file.getFileName().toString();
  }

  @Override
  public void open() {
    // The constructor did.
  }

  @Override
  public ByteBuffer readRange(long offset, int length) throws IOException {
    if (offset < 0 || length < 0 || length > channel.size() - offset) {
      throw new EOFException(offset + " + " + length);
    }
    ByteBuffer bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, offset + bytes.position()) < 0) {
        throw new EOFException(offset + " + " + length);
      }
    }
    return bytes.flip();
  }

  @Override
  public long length() throws IOException {
    return channel.size();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
