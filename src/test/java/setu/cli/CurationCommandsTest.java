package setu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The commands audit and induce: what they print and how they fail. */
class CurationCommandsTest {
  private static final Path SAMPLE = Path.of("sample-vectors");

  @TempDir private Path folder;

  private static CliRun run(String command, Path anchors, Object... more) {
    List<Object> words =
        new ArrayList<>(
            List.of(
                command,
                "--source",
                SAMPLE.resolve("en.100.vec"),
                "--target",
                SAMPLE.resolve("si.100.vec"),
                "--anchors",
                anchors));
    words.addAll(List.of(more));
    return CliRun.of(words.toArray());
  }

  private Path planted() throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(SAMPLE.resolve("anchors.train.tsv")));
    for (String line : Files.readAllLines(SAMPLE.resolve("faulty.tsv")).stream().skip(1).toList()) {
      lines.add(line.substring(0, line.lastIndexOf('\t')));
    }
    return Files.write(folder.resolve("planted.tsv"), lines, StandardCharsets.UTF_8);
  }

  @Test
  void auditListsEveryAnchorMostSuspectFirst() throws IOException {
    JsonNode json = run("audit", planted(), "--json").json();
    assertThat(json.at("/anchors")).hasSize(1069);
    assertThat(json.at("/outOfVocabulary")).hasSize(10);
    assertThat(json.at("/counts/oov").asInt()).isEqualTo(10);
    JsonNode first = json.at("/anchors/0");
    assertThat(first.at("/source").asString()).isEqualTo("history");
    assertThat(first.at("/residual").asDouble()).isBetween(1.2, 1.3);
    assertThat(first.at("/goldRank").asInt()).isBetween(5500, 5597);
    assertThat(first.at("/suspect").asBoolean()).isTrue();
    double last = Double.POSITIVE_INFINITY;
    for (JsonNode anchor : json.at("/anchors")) {
      assertThat(anchor.at("/suspicion").asDouble()).isLessThanOrEqualTo(last);
      last = anchor.at("/suspicion").asDouble();
    }
  }

  /** The words of a space, read by nothing of Setu. */
  private static Set<String> words(String space) throws IOException {
    return Files.readAllLines(SAMPLE.resolve(space)).stream()
        .skip(1)
        .map(line -> line.substring(0, line.indexOf(' ')))
        .collect(Collectors.toSet());
  }

  @Test
  void plantedPairsWithoutVectorsStandInTheListOutOfVocabulary() throws IOException {
    Set<String> english = words("en.100.vec");
    Set<String> sinhala = words("si.100.vec");
    List<String> without = new ArrayList<>();
    for (String line : Files.readAllLines(SAMPLE.resolve("faulty.tsv")).stream().skip(1).toList()) {
      String[] cells = line.split("\t", -1);
      if (!english.contains(cells[0]) || !sinhala.contains(cells[1])) {
        without.add(cells[0] + " – " + cells[1]);
      }
    }
    assertThat(without).hasSize(10);
    List<String> listed = new ArrayList<>();
    for (JsonNode pair : run("audit", planted(), "--json").json().at("/outOfVocabulary")) {
      listed.add(pair.at("/source").asString() + " – " + pair.at("/target").asString());
    }
    assertThat(listed).containsExactlyElementsOf(without);
  }

  @Test
  void auditShowsThoseAskedFor() throws IOException {
    CliRun run = run("audit", planted(), "--top", 5);
    assertThat(run.exit()).isZero();
    assertThat(run.out().lines()).hasSize(7);
    assertThat(run.out()).contains("history").contains("suspicion");
  }

  @Test
  void auditIsOfProcrustesOnly() throws IOException {
    assertThat(run("audit", planted(), "--method", "least-squares").exit()).isEqualTo(2);
  }

  @Test
  void induceListsMutualPairs() throws IOException {
    Path train = SAMPLE.resolve("anchors.train.tsv");
    Path out = folder.resolve("induced.txt");
    JsonNode json =
        run("induce", train, "--json", "--top", 300, "--margin", "0.02", "--out", out).json();
    assertThat(json.at("/pairs")).hasSize(300);
    double last = Double.POSITIVE_INFINITY;
    for (JsonNode pair : json.at("/pairs")) {
      assertThat(pair.at("/mutual").asBoolean()).isTrue();
      assertThat(pair.at("/margin").asDouble()).isGreaterThanOrEqualTo(0.02);
      assertThat(pair.at("/cosine").asDouble()).isBetween(0.0, 1.0);
      assertThat(pair.at("/csls").asDouble()).isLessThanOrEqualTo(last);
      last = pair.at("/csls").asDouble();
    }
    assertThat(Files.readAllLines(out)).hasSize(300);
    assertThat(run("induce", train, "--json", "--all").json().at("/pairs")).hasSize(5301);
  }

  @Test
  void induceLeavesOutWhatIsKnown() {
    Path train = SAMPLE.resolve("anchors.train.tsv");
    int all = run("induce", train, "--json").json().at("/pairs").size();
    int fresh = run("induce", train, "--json", "--new").json().at("/pairs").size();
    assertThat(fresh).isLessThan(all - 200);
  }
}
