package setu.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import setu.core.fault.SpaceFault;

/** Texts and sentences. */
class MessagesTest {
  @Test
  void argumentsAreFilledInAsTheyAre() {
    Messages english = Messages.inEnglish();
    assertThat(english.text("place.line", "it's {1}.vec", 1234))
        .isEqualTo("it's {1}.vec, line 1234");
    assertThat(english.text("progress.left", "0:12")).isEqualTo("0:12 left");
  }

  @Test
  void anUnknownLanguageReadsEnglish() {
    assertThat(Messages.in(Locale.FRENCH).text("phase.READ")).isEqualTo("Reading");
    assertThat(Messages.in(Locale.of("si")).text("phase.READ")).isEqualTo("කියවමින්");
  }

  @Test
  void aFaultSaysWhatWhereAndWhatToDo() {
    SpaceFault fault =
        new SpaceFault(SpaceFault.Problem.HEADER_LIES, Path.of("a.vec"), 1, "3 × 2 ≠ 2 × 2", null);
    assertThat(ErrorText.of(fault, Messages.inEnglish()))
        .startsWith("a.vec, line 1: the first line promises")
        .contains("(3 × 2 ≠ 2 × 2)")
        .endsWith("if it was cut off.");
  }
}
