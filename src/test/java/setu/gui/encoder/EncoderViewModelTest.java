package setu.gui.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import setu.core.encode.TokenizedText.Token;
import setu.core.neighbor.NeighborSearches;
import setu.gui.common.Notice;
import setu.gui.common.Side;
import setu.gui.common.Workbench;
import setu.gui.encoder.EncoderViewModel.Encoded;
import setu.gui.shell.SampleWorkbench;

/** The encoder without a window, with the shipped model on the real sample. */
@NullUnmarked
class EncoderViewModelTest {
  private static final Path MODEL = Path.of("assets", "encoder-sample");

  /** Few, to be quick; the words looked for are among them. */
  private static final int WORDS = 400;

  @TempDir Path folder;
  private Workbench workbench;
  private EncoderViewModel model;

  @BeforeEach
  void open() {
    workbench = SampleWorkbench.open(folder);
    model = new EncoderViewModel(workbench, NeighborSearches.best(), MODEL, WORDS);
  }

  @AfterEach
  void close() {
    workbench.close();
  }

  @Test
  void aWordIsAmongItsOwnNearest() {
    for (String word : new String[] {"lanka", "නැහැ"}) {
      model.encode(" " + word + " ");
      Encoded encoded = model.encodedProperty().get();
      assertThat(workbench.notices()).isEmpty();
      assertThat(encoded.tokens().hasKnownToken()).isTrue();
      Side side = word.equals("lanka") ? Side.SOURCE : Side.TARGET;
      assertThat(encoded.near().get(side))
          .extracting(near -> workbench.word(near.word()))
          .contains(word);
      assertThat(encoded.near().get(side).getFirst().cosine()).isBetween(0.999, 1.001);
      assertThat(workbench.placedProperty().get().text()).isEqualTo(word);
    }
    assertThat(model.busyProperty().get()).isFalse();
  }

  @Test
  void unknownTokensAreMarkedAndAloneHaveNoNeighbors() {
    model.encode("lanka zzqxj");
    assertThat(model.encodedProperty().get().tokens().tokens())
        .filteredOn(token -> !token.special())
        .extracting(Token::unknown)
        .contains(true, false);
    model.encode("zzqxj");
    Encoded alone = model.encodedProperty().get();
    assertThat(alone.tokens().hasKnownToken()).isFalse();
    assertThat(alone.near()).isEmpty();
    assertThat(workbench.placedProperty().get()).isNull();
  }

  @Test
  void aMissingModelIsTold() {
    model.modelProperty().set(folder.resolve("none"));
    model.encode("lanka");
    assertThat(model.encodedProperty().get()).isNull();
    assertThat(model.busyProperty().get()).isFalse();
    assertThat(workbench.notices()).hasSize(1);
    assertThat(workbench.notices().getFirst().kind()).isEqualTo(Notice.Kind.ERROR);
    model.modelProperty().set(MODEL);
    model.encode("lanka");
    assertThat(model.encodedProperty().get()).isNotNull();
  }

  @Test
  void blankTextAndAnotherProjectClear() {
    model.encode("lanka");
    assertThat(model.isOpen()).isTrue();
    model.encode("  ");
    assertThat(model.encodedProperty().get()).isNull();
    assertThat(workbench.placedProperty().get()).isNull();
    model.encode("lanka");
    workbench.openPair(
        Path.of("sample-vectors", "si.100.vec"), Path.of("sample-vectors", "en.100.vec"));
    assertThat(model.encodedProperty().get()).isNull();
    assertThat(model.isOpen()).isFalse();
  }

  @Test
  void theModelIsClosedWithTheWindow() {
    model.encode("lanka");
    workbench.close();
    assertThat(model.isOpen()).isFalse();
    assertThat(model.encodedProperty().get()).isNull();
  }
}
