package setu.core.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import setu.core.math.FloatMatrix;
import setu.core.task.Cancellation;
import setu.core.task.Progress;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is written is opened here by the rules of the Embedding Projector itself: the standalone one
 * finds an entry by its name and its two files beside the configuration, splits numbers by tabs,
 * takes a first column that is no number for a label, and takes a first line of metadata with a tab
 * for the names of columns; TensorBoard reads the same from the text form of its protocol buffer.
 */
class ProjectorFilesTest {
  private static final List<String> WORDS =
      List.of("ප්\u200Dරදේශය", "New York", "12", "\"quoted\"", "a\\b");

  @TempDir Path folder;
  private FloatMatrix vectors;

  @BeforeEach
  void write() {
    vectors = FloatMatrix.zeros(WORDS.size(), 4);
    for (int i = 0; i < WORDS.size(); i++) {
      vectors.setRow(i, new float[] {i + 1, -0.25f * i, 1e-7f * i, 3e8f});
    }
    for (String name :
        List.of("english.tsv", "සිංහල.tsv", "it \"is\" \\ odd.tsv", "zipped.tsv.gz")) {
      SpaceFiles.write(
          folder.resolve(name),
          SpaceFormat.PROJECTOR,
          WORDS,
          vectors,
          Progress.NONE,
          Cancellation.none());
    }
  }

  private record Entry(String name, String tensor, String metadata) {}

  @Test
  void theStandaloneProjectorOpensEverySpace() throws IOException {
    JsonNode json =
        JsonMapper.shared().readTree(Files.readString(folder.resolve("projector_config.json")));
    List<Entry> entries = new ArrayList<>();
    for (JsonNode entry : json.get("embeddings")) {
      assertThat(entry.get("tensorShape").get(0).asInt()).isEqualTo(WORDS.size());
      assertThat(entry.get("tensorShape").get(1).asInt()).isEqualTo(4);
      entries.add(
          new Entry(
              entry.get("tensorName").asString(),
              entry.get("tensorPath").asString(),
              entry.get("metadataPath").asString()));
    }
    assertOpens(entries);
  }

  @Test
  void tensorBoardOpensEverySpace() throws IOException {
    String text = Files.readString(folder.resolve("projector_config.pbtxt"));
    Pattern block =
        Pattern.compile(
            "embeddings \\{\\s+tensor_name: \"((?:[^\"\\\\]|\\\\.)+)\""
                + "\\s+tensor_path: \"((?:[^\"\\\\]|\\\\.)+)\""
                + "\\s+metadata_path: \"((?:[^\"\\\\]|\\\\.)+)\"\\s+\\}\\s*");
    List<Entry> entries = new ArrayList<>();
    Matcher found = block.matcher(text);
    int end = 0;
    while (found.find()) {
      assertThat(found.start()).isEqualTo(end);
      end = found.end();
      entries.add(
          new Entry(
              unescaped(found.group(1)), unescaped(found.group(2)), unescaped(found.group(3))));
    }
    assertThat(end).as("nothing but such blocks").isEqualTo(text.length());
    assertOpens(entries);
  }

  private static String unescaped(String text) {
    return text.replaceAll("\\\\(.)", "$1");
  }

  private void assertOpens(List<Entry> entries) throws IOException {
    assertThat(entries)
        .extracting(Entry::tensor)
        .as("the Projector unzips nothing")
        .containsExactlyInAnyOrder("english.tsv", "සිංහල.tsv", "it \"is\" \\ odd.tsv");
    Set<String> names = new HashSet<>();
    for (Entry entry : entries) {
      assertThat(names.add(entry.name())).as("found by its name").isTrue();
      List<String> labels = Files.readAllLines(folder.resolve(entry.metadata()));
      assertThat(labels.getFirst())
          .as("a tab would make it the columns' names")
          .doesNotContain("\t");
      assertThat(labels).isEqualTo(WORDS).noneMatch(String::isBlank);
      List<String> rows = Files.readAllLines(folder.resolve(entry.tensor()));
      assertThat(rows).hasSize(WORDS.size());
      for (int i = 0; i < rows.size(); i++) {
        String[] fields = rows.get(i).split("\t", -1);
        assertThat(fields).hasSize(4);
        for (int j = 0; j < 4; j++) {
          assertThat(Double.parseDouble(fields[j]))
              .isCloseTo(vectors.get(i, j), within(1e-6 * Math.abs(vectors.get(i, j))));
        }
      }
    }
  }
}
