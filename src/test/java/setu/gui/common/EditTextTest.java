package setu.gui.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import setu.core.anchor.EditName;
import setu.message.Messages;

/** Every kind of edit is called by what it was, and of what. */
class EditTextTest {
  private static String text(EditName name) {
    return EditText.of(name, Messages.inEnglish()::text);
  }

  @Test
  void editsAreCalledByWhatTheyWere() {
    assertThat(text(EditName.BY_HAND)).isEqualTo("Edit");
    assertThat(text(EditName.importOf("words.tsv"))).isEqualTo("Import of words.tsv");
    assertThat(text(EditName.CLEANING)).isEqualTo("Cleaning");
    assertThat(text(EditName.mergeOf("theirs"))).isEqualTo("Merge of theirs");
    assertThat(text(new EditName(EditName.Kind.TAKEN_BACK, "12")))
        .isEqualTo("Taking back of edit 12");
  }
}
