package setu.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
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
  void auditTellsWhatEachAnchorDoesToHeldOutPrecision() throws IOException {
    Path test = SAMPLE.resolve("anchors.test.tsv");
    JsonNode json = run("audit", planted(), "--test", test, "--json").json();
    double at1 = json.at("/heldOut/precision/1").asDouble();
    assertThat(at1).isBetween(28.0, 33.0);
    double mean = 0;
    int moving = 0;
    for (JsonNode anchor : json.at("/anchors")) {
      JsonNode without = anchor.at("/without");
      int change = without.at("/gained").asInt() - without.at("/lost").asInt();
      assertThat(without.at("/points").asDouble()).isEqualTo(0.4 * change, within(0.006));
      mean += without.at("/margin").asDouble();
      moving += change == 0 ? 0 : 1;
    }
    assertThat(moving).isPositive();
    assertThat(mean / 1069).as("weights of all alike change nothing").isCloseTo(0, within(1e-6));
    CliRun text = run("audit", planted(), "--top", 3, "--test", test);
    assertThat(text.out()).contains("of 250 covered test queries").containsPattern("P@1 [+-]\\d");
    Path unknown = Files.writeString(folder.resolve("unknown.txt"), "qqq www\n");
    CliRun failed = run("audit", planted(), "--test", unknown);
    assertThat(failed.exit()).isEqualTo(ExitCodes.FAILED);
    assertThat(failed.err()).contains("unknown.txt").hasLineCount(1);
  }

  /** Weights of all alike change nothing: the parts of a whole that stays the same sum to 0. */
  @Test
  void auditLeavesAnchorsOutWithTheirWeights() throws IOException {
    Path test = SAMPLE.resolve("anchors.test.tsv");
    JsonNode json =
        run("audit", planted(), "--option", "weighting=lemmas", "--test", test, "--json").json();
    double sum = 0;
    double largest = 0;
    for (JsonNode anchor : json.at("/anchors")) {
      double margin = anchor.at("/without/margin").asDouble();
      sum += margin;
      largest = Math.max(largest, Math.abs(margin));
    }
    assertThat(largest).isGreaterThan(1e-4);
    assertThat(sum / 1069).isCloseTo(0, within(1e-6));
    assertThat(json.at("/anchors/0/residual").asDouble())
        .isNotEqualTo(
            run("audit", planted(), "--json").json().at("/anchors/0/residual").asDouble());
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

  /**
   * A method that maps both sides proposes from both as they lie mapped: the pairs are those that
   * plain loops over the mapped spaces find which {@code align} writes, and not those over targets
   * as they were.
   */
  @Test
  void induceMapsBothSides() throws IOException {
    Path source = space("source.vec", "s", 3);
    Path target = space("target.vec", "t", 4);
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      pairs.add("s" + i + " t" + i);
    }
    Path anchors = Files.write(folder.resolve("pairs.txt"), pairs);
    Path out = folder.resolve("mapped");
    Object[] spaces = {
      "--source", source, "--target", target, "--anchors", anchors, "--method", "vecmap-supervised"
    };
    assertThat(CliRun.of(join("align", spaces, "--out", out)).exit()).isZero();
    assertThat(out.resolve("mapping.target.txt")).exists();
    JsonNode json = CliRun.of(join("induce", spaces, "--json", "--all")).json();
    double[][] x = rows(out.resolve("source.mapped.vec"));
    double[][] z = rows(out.resolve("target.mapped.vec"));
    double[] ofSource = scaling(x, z);
    double[] ofTarget = scaling(z, x);
    assertThat(json.at("/pairs")).hasSize(x.length);
    int unlike = 0;
    double[][] unmapped = rows(target);
    for (JsonNode pair : json.at("/pairs")) {
      int i = Integer.parseInt(pair.at("/source").asString().substring(1));
      int found = Integer.parseInt(pair.at("/target").asString().substring(1));
      int j = best(x[i], z, ofTarget);
      assertThat(found).as("s%d", i).isEqualTo(j);
      assertThat(pair.at("/cosine").asDouble()).isCloseTo(cosine(x[i], z[j]), within(1e-4));
      assertThat(pair.at("/csls").asDouble())
          .isCloseTo(2 * cosine(x[i], z[j]) - ofSource[i] - ofTarget[j], within(1e-4));
      assertThat(pair.at("/mutual").asBoolean()).isEqualTo(best(z[j], x, ofSource) == i);
      unlike += best(x[i], unmapped, scaling(unmapped, x)) == j ? 0 : 1;
    }
    assertThat(unlike).as("targets as they were would give other pairs").isGreaterThan(20);
  }

  private static Object[] join(String command, Object[] arguments, Object... more) {
    List<Object> words = new ArrayList<>(List.of(command));
    words.addAll(List.of(arguments));
    words.addAll(List.of(more));
    return words.toArray();
  }

  private Path space(String name, String word, long seed) throws IOException {
    Random shared = new Random(1);
    Random own = new Random(seed);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 90; i++) {
      StringBuilder line = new StringBuilder(word + i);
      double[] meaning = shared.doubles(8, -1, 1).toArray();
      for (int j = 0; j < 8; j++) {
        // Each side has its own stretch and turn of what both mean, and some noise.
        double value = (1 + j * seed) * meaning[(int) (j + seed) % 8] + own.nextGaussian() / 4;
        line.append(' ').append(value);
      }
      lines.add(line.toString());
    }
    return Files.write(folder.resolve(name), lines);
  }

  private static double[][] rows(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .map(line -> line.split(" "))
        .filter(fields -> fields.length == 9)
        .map(fields -> Arrays.stream(fields).skip(1).mapToDouble(Double::parseDouble).toArray())
        .toArray(double[][]::new);
  }

  private static double cosine(double[] a, double[] b) {
    double dot = 0;
    double ofA = 0;
    double ofB = 0;
    for (int j = 0; j < a.length; j++) {
      dot += a[j] * b[j];
      ofA += a[j] * a[j];
      ofB += b[j] * b[j];
    }
    return dot / Math.sqrt(ofA * ofB);
  }

  /** The mean of each row's ten highest cosines among the others. */
  private static double[] scaling(double[][] rows, double[][] others) {
    return Arrays.stream(rows)
        .mapToDouble(
            row ->
                Arrays.stream(others)
                    .mapToDouble(other -> -cosine(row, other))
                    .sorted()
                    .limit(10)
                    .map(cosine -> -cosine)
                    .average()
                    .orElseThrow())
        .toArray();
  }

  private static int best(double[] row, double[][] others, double[] scaling) {
    int best = 0;
    for (int j = 1; j < others.length; j++) {
      if (2 * cosine(row, others[j]) - scaling[j] > 2 * cosine(row, others[best]) - scaling[best]) {
        best = j;
      }
    }
    return best;
  }

  @Test
  void induceLeavesOutWhatIsKnown() {
    Path train = SAMPLE.resolve("anchors.train.tsv");
    int all = run("induce", train, "--json").json().at("/pairs").size();
    int fresh = run("induce", train, "--json", "--new").json().at("/pairs").size();
    assertThat(fresh).isLessThan(all - 200);
  }
}
