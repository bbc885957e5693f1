package setu.core.encode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import setu.core.encode.TokenizedText.Kind;
import setu.core.encode.TokenizedText.Loss;
import setu.core.encode.TokenizedText.Token;

class TokenizerTest {
  @TempDir Path folder;

  @Test
  void keepsSinhalaClustersWhole() {
    TokenizedText text = bilingual("ප්‍රශ්න අම්මා");
    assertThat(pieces(text)).containsExactly("ප්‍රශ්න", "අම්මා");
    assertThat(text.losses()).isEmpty();
  }

  @Test
  void spansAreUtf16Indices() {
    String given = "𝒳 mother අම්මා";
    TokenizedText text = bilingual(given);
    assertThat(text.tokens().stream().map(token -> given.substring(token.start(), token.end())))
        .containsExactly("𝒳", "mother", "අම්මා");
  }

  @Test
  void marksWhatTheVocabularyHasNot() {
    TokenizedText text = bilingual("mother ප්රශ්න");
    assertThat(text.tokens().get(1).unknown()).isTrue();
    assertThat(text.losses()).containsExactly(new Loss(7, 13, Kind.UNKNOWN, ""));
    assertThat(text.hasKnownToken()).isTrue();
    assertThat(bilingual("qwerty").hasKnownToken()).isFalse();
    assertThat(bilingual("").hasKnownToken()).isFalse();
  }

  @Test
  void marksWhatIsLeftOutAndWhatIsChanged() {
    TokenizedText text = bilingual("Mother, don’t!");
    assertThat(pieces(text)).containsExactly("mother", "don't");
    assertThat(text.losses())
        .containsExactly(
            new Loss(0, 6, Kind.CHANGED, "mother"),
            new Loss(6, 7, Kind.DROPPED, ""),
            new Loss(8, 13, Kind.CHANGED, "don't"),
            new Loss(13, 14, Kind.DROPPED, ""));
  }

  @Test
  void aJoinerThatANormalizerTakesAwayIsSeen() throws IOException {
    // BERT's clean-up drops format characters such as the zero-width joiner.
    try (Tokenizer tokenizer =
        Tokenizer.open(SmallModels.bertLike(folder).resolve("tokenizer.json"), 512)) {
      TokenizedText text = tokenizer.tokenize("play\u200Ding");
      assertThat(pieces(text)).containsExactly("[CLS]", "play", "##ing", "[SEP]");
      assertThat(text.losses()).containsExactly(new Loss(0, 8, Kind.CHANGED, "playing"));
      assertThat(text.tokens().getFirst().special()).isTrue();
      assertThat(tokenizer.tokenize("playing").losses()).isEmpty();
    }
  }

  @Test
  void saysWhatIsCutOff() throws IOException {
    try (Tokenizer tokenizer =
        Tokenizer.open(SmallModels.bertLike(folder).resolve("tokenizer.json"), 4)) {
      TokenizedText text = tokenizer.tokenize("playing play play");
      assertThat(pieces(text)).containsExactly("[CLS]", "play", "##ing", "[SEP]");
      assertThat(text.losses()).containsExactly(new Loss(8, 17, Kind.CUT_OFF, ""));
    }
  }

  private TokenizedText bilingual(String text) {
    Path file = SmallModels.bilingual(folder).resolve("tokenizer.json");
    try (Tokenizer tokenizer = Tokenizer.open(file, 512)) {
      return tokenizer.tokenize(text);
    }
  }

  private static List<String> pieces(TokenizedText text) {
    return text.tokens().stream().map(Token::piece).toList();
  }
}
