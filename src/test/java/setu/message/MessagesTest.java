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
    assertThat(english.text("place.line", "it's {1}.vec", "1234"))
        .isEqualTo("it's {1}.vec, line 1234");
    assertThat(english.text("progress.left", "0:12")).isEqualTo("0:12 left");
  }

  @Test
  void wholeNumbersHaveCommasBetweenThousands() {
    Messages english = Messages.inEnglish();
    assertThat(english.text("gui.notice.agreed", 99, 1046)).contains("1,046 pairs");
    assertThat(english.text("gui.score.anchors", 1_234_567L)).isEqualTo("1,234,567 anchors");
    assertThat(english.text("gui.score.anchors", 999)).isEqualTo("999 anchors");
    assertThat(english.text("gui.score.anchors", 1)).isEqualTo("1 anchor");
    assertThat(english.text("gui.score.anchors", "1046")).as("a text").isEqualTo("1046 anchors");
  }

  @Test
  void oneIsNotMany() {
    Messages english = Messages.inEnglish();
    assertThat(english.text("gui.score.gainedLost", 1, 2)).isEqualTo("1 word gained · 2 lost");
    assertThat(english.text("gui.score.gainedLost", 0, 1)).isEqualTo("0 words gained · 1 lost");
    assertThat(english.text("gui.score.anchors", "1")).isEqualTo("1 anchor");
    assertThat(english.text("gui.score.anchors", "1,001")).isEqualTo("1,001 anchors");
    assertThat(english.text("gui.anchors.countOf", "{0?a|b}", "1")).isEqualTo("{0?a|b} of 1 pair");
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
