package setu.core.space;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import setu.core.evaluate.Sample;

/** The forms of a word in a vocabulary. */
class StemIndexTest {
  @Test
  void aWordFindsItsFormsWhetherItIsOfTheVocabularyOrNot() {
    StemIndex index =
        new StemIndex(new Vocabulary(List.of("පොත", "school", "පොතේ", "රට", "schools")));
    assertThat(index.forms("පොත")).containsExactly(0, 2);
    assertThat(index.forms("පොතක්")).containsExactly(0, 2);
    assertThat(index.forms("schools")).containsExactly(1, 4);
    assertThat(index.forms("river")).isEmpty();
  }

  @Test
  void everyWordIsAFormOfItselfAndFormsOfOneAnotherAreAlike() {
    Vocabulary vocabulary = Sample.TARGET.vocabulary();
    StemIndex index = new StemIndex(vocabulary);
    for (int row = 0; row < vocabulary.size(); row += 37) {
      List<Integer> forms = index.forms(vocabulary.word(row));
      assertThat(forms).contains(row).isSorted().doesNotHaveDuplicates();
      assertThat(index.forms(vocabulary.word(forms.getLast()))).isEqualTo(forms);
    }
  }
}
