package setu.core.anchor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** One line that is not UTF-8 spoils no other, whatever ends the lines. */
class DecodedLinesTest {
  @Test
  void aLineThatIsNotUtf8IsKnownByItsNumber() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write("ගඟ,river\r\n".getBytes(StandardCharsets.UTF_8));
    bytes.write("Fluß,x\r".getBytes(StandardCharsets.ISO_8859_1));
    bytes.write("මල,flower\n".getBytes(StandardCharsets.UTF_8));
    bytes.write("Fluß".getBytes(StandardCharsets.ISO_8859_1));
    DecodedLines lines = new DecodedLines(new ByteArrayInputStream(bytes.toByteArray()));
    String text = new BufferedReader(lines, 16).readAllAsString();
    assertThat(text.lines()).containsExactly("ගඟ,river", "Flu\uFFFD,x", "මල,flower", "Flu\uFFFD");
    assertThat(lines.isBad(1, 1)).isFalse();
    assertThat(lines.isBad(2, 2)).isTrue();
    assertThat(lines.isBad(4, 9)).isTrue();
    assertThat(lines.isBad(5, 9)).isFalse();
  }
}
