package setu.core.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import setu.core.neighbor.NeighborSearches;
import setu.core.neighbor.Retrieval;
import setu.core.task.Cancellation;
import setu.core.task.Progress;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The scorecard's page and figures. */
class ScorecardTest {
  @Test
  void thePageStandsBesideThePublishedTable(@TempDir Path folder) throws IOException {
    List<TranslationScore> scores =
        new WordTranslation(
                Sample.SOURCE.vocabulary(),
                Sample.procrustes().mapSource(Sample.X),
                Sample.TARGET.vocabulary(),
                Sample.Z,
                NeighborSearches.best())
            .evaluate(
                Sample.TEST,
                new WordTranslation.Options(
                    List.of(new Retrieval.Cosine(), Retrieval.Csls.DEFAULT), true, 42),
                Progress.NONE,
                Cancellation.none());
    Scorecard card =
        new Scorecard(
            "en<100>",
            "si.100",
            "procrustes",
            1039,
            1039,
            scores,
            Leakage.between(Sample.TRAIN, Sample.TEST));
    card.writeHtml(folder.resolve("card.html"));
    card.writeJson(folder.resolve("card.json"));
    String page = Files.readString(folder.resolve("card.html"));
    assertThat(page)
        .contains("30.8 / 60.4 / 69.6")
        .contains("16.4 / 35.7 / 43.6")
        .contains("en&lt;100&gt; → si.100")
        .contains("Contrastive C2 + CSLS")
        .doesNotContain("http://")
        .doesNotContain("<100>");
    JsonNode json = JsonMapper.shared().readTree(Files.readString(folder.resolve("card.json")));
    assertThat(json.at("/results")).hasSize(4);
    assertThat(json.at("/results/0/outcomes")).hasSize(250);
    assertThat(json.at("/results/1/precision/1").asDouble()).isBetween(41.9, 42.1);
  }

  @Test
  void thePublishedTableIsWhole() {
    PublishedTable table = PublishedTable.read();
    assertThat(table.columns()).hasSize(4);
    assertThat(table.rows()).hasSize(16).allMatch(row -> row.figures().size() == 4);
    assertThat(table.rows().getFirst().name()).isEqualTo(PublishedTable.name("procrustes", "nn"));
  }
}
