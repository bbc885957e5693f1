package setu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import setu.core.workspace.SampleProject;
import setu.core.workspace.Workspace;
import tools.jackson.databind.JsonNode;

/** Dictionaries and names brought into a project. */
class AnchorsImportCommandTest extends AnchorsRuns {
  private static final Path SAMPLE = Path.of("sample-vectors");

  @Test
  void everyRowOfAnImportIsAccountedFor() throws IOException {
    Path project = folder.resolve("project");
    Path first =
        file("a.tsv", "english\tsinhala\tpos\nsun\tඉර\t\nsun\tඉර\tnoun\nsea\tමුහුද\tverb\n");
    assertThat(anchors("import", first, "--project", project, "--json").exit()).isZero();
    Path second =
        file("b.tsv", "english\tsinhala\tpos\nsea\tමුහුද\tnoun\nmoon\tහඳ\t\nx\t\t\nd,e\tද\t\n");
    JsonNode json = anchors("import", second, "--project", project, "--json").json();
    assertThat(json.get("read").asInt()).isEqualTo(4);
    assertThat(json.get("taken").asInt()).isEqualTo(1);
    assertThat(json.get("merged").asInt()).isZero();
    assertThat(json.get("conflicts")).hasSize(1);
    assertThat(json.get("conflicts").get(0).get("line").asInt()).isEqualTo(2);
    assertThat(json.get("conflicts").get(0).get("field").asString()).isEqualTo("pos");
    assertThat(json.get("refused")).hasSize(2);
    assertThat(json.get("refused").get(1).get("line").asInt()).isEqualTo(5);
    assertThat(json.get("refused").get(1).get("reason").asString()).isEqualTo("not-a-word");
    assertThat(json.get("refused").get(1).get("source").asString()).isEqualTo("d,e");
    assertThat(json.get("refused").get(1).get("target").asString()).isEqualTo("ද");

    JsonNode stats = anchors("stats", "--project", project, "--json").json();
    assertThat(stats.get("anchors").asInt()).isEqualTo(3);
    assertThat(stats.get("byStatus").get("accepted").asInt()).isEqualTo(3);
    assertThat(stats.get("events").asInt()).isEqualTo(3);
    assertThat(anchors("stats", "--project", project).out().lines())
        .contains("anchors: 3", "  accepted: 3", "  rejected: 0", "events: 3")
        .hasSize(6);
    assertThat(anchors("import", second, "--project", project).out())
        .startsWith("4 read: 0 taken, 1 merged, 1 in conflict, 2 refused")
        .contains("line 5: d,e – ද: not a word");
  }

  @Test
  void rowsThatCleaningCanMendAreTakenWithACaution() throws IOException {
    Path project = folder.resolve("signs");
    Path file = file("signs.txt", "(water)\tවතුර\nriver,\tගඟ\nsea\tමුහුද\n?!\tද\n");
    JsonNode json = anchors("import", file, "--project", project, "--json").json();
    assertThat(json.get("taken").asInt()).isEqualTo(3);
    assertThat(json.get("refused")).hasSize(1);
    assertThat(json.get("cautions")).hasSize(2);
    assertThat(json.at("/cautions/1/line").asInt()).isEqualTo(2);
    assertThat(json.at("/cautions/1/source").asString()).isEqualTo("river,");
    assertThat(anchors("import", file, "--project", project).out())
        .contains("line 1: (water) – වතුර: punctuation around a word");
    assertThat(anchors("clean", "--project", project).out())
        .contains("2 changed")
        .contains("(water) වතුර → water වතුර")
        .contains("river, ගඟ → river ගඟ");
  }

  @Test
  void anImportIsTurnedToTheProjectsDirection() throws IOException {
    Path project = folder.resolve("project");
    SampleProject.open(SAMPLE, project).close();
    Path file = file("turned.txt", "ගුවන්තොටුපළ airport\n");
    anchors("import", file, "--project", project, "--status", "candidate");
    JsonNode events =
        anchors("log", "--project", project, "--last", 1, "--json").json().get("events");
    assertThat(events.get(0).get("source").asString()).isEqualTo("airport");
    assertThat(events.get(0).get("status").asString()).isEqualTo("candidate");
    assertThat(events.get(0).get("origin").asString()).isEqualTo("turned.txt");
    assertThat(anchors("log", "--project", project, "--anchor", 1040).out())
        .startsWith("event\tbatch\ttime\tauthor\ttype\tanchor\tsource\ttarget\tstatus\t")
        .contains("\tadded\t1040\tairport\tගුවන්තොටුපළ\tcandidate\t")
        .hasLineCount(2);
    assertFailed(
        anchors("log", "--project", project, "--anchor", 1041), "no pair of this project is");
    assertThat(anchors("log", "--project", project, "--last", 0).exit()).isEqualTo(ExitCodes.USAGE);
  }

  @Test
  void withoutSpacesAnImportIsTurnedByScriptAndSaysSo() throws IOException {
    Path project = folder.resolve("bare");
    Path sinhalaFirst = file("si-en.txt", "ගඟ river\nවතුර water\n");
    CliRun turned = anchors("import", sinhalaFirst, "--project", project);
    assertThat(turned.out()).contains("turned round: the file has its en words on the right");
    Path log = folder.resolve("out.txt");
    anchors("export", log, "--project", project);
    assertThat(log).content().isEqualTo("river\tගඟ\nwater\tවතුර\n");
    JsonNode straight =
        anchors("import", file("en-si.txt", "sun ඉර\n"), "--project", project, "--json").json();
    assertThat(straight.get("turned").asBoolean()).isFalse();
    assertThat(straight.get("sourceLanguage").asString()).isEqualTo("en");
    assertThat(
            anchors("import", sinhalaFirst, "--project", project, "--source-language", "si").exit())
        .isEqualTo(ExitCodes.USAGE);
  }

  @Test
  void withoutSpacesTheSourceLanguageCanBeNamedAndIsThenThatOfThePairs() throws IOException {
    Path project = folder.resolve("sinhala");
    Path sinhalaFirst = file("si-en.txt", "ගඟ river\nවතුර water\n");
    JsonNode kept =
        anchors("import", sinhalaFirst, "--project", project, "--source-language", "si", "--json")
            .json();
    assertThat(kept.get("turned").asBoolean()).isFalse();
    JsonNode turned =
        anchors("import", file("en-si.txt", "sun ඉර\n"), "--project", project, "--json").json();
    assertThat(turned.get("turned").asBoolean()).isTrue();
    assertThat(turned.get("sourceLanguage").asString()).isEqualTo("si");
    assertThat(
            anchors("import", sinhalaFirst, "--project", project, "--source-language", "ta").exit())
        .isEqualTo(ExitCodes.USAGE);
  }

  @Test
  void localeDataCanBeImported() {
    Path project = folder.resolve("cldr");
    JsonNode json = anchors("import", "--cldr", "--project", project, "--json").json();
    assertThat(json.get("taken").asInt()).isGreaterThan(1500);
    assertThat(anchors("import", "--project", project).exit()).isEqualTo(2);
  }

  @Test
  void theColumnsOfATableAreNamedOrNumbered() throws IOException {
    Path project = folder.resolve("columns");
    Path headless = file("h.tsv", "1\tzzqa\tඅඅආ ඉ\tseen\n2\tzzqb\tඅඅආඋ\t\n");
    JsonNode json =
        anchors(
                "import",
                headless,
                "--no-header",
                "--columns",
                "2,3,,,4",
                "--project",
                project,
                "--json")
            .json();
    assertThat(json.get("read").asInt()).isEqualTo(2);
    assertThat(json.get("taken").asInt()).isEqualTo(2);
    Path named = file("n.csv", "no,gloss,headword\n1,zzqc,අඅආඊ\n");
    assertThat(
            anchors("import", named, "--columns", "gloss,headword", "--project", project, "--json")
                .json()
                .get("taken")
                .asInt())
        .isEqualTo(1);
    Path plain = file("p.csv", "zzqd,අඅආඌ\nzzqe,අඅආඑ\n");
    assertThat(
            anchors("import", plain, "--no-header", "--project", project, "--json")
                .json()
                .get("taken")
                .asInt())
        .isEqualTo(2);
    assertFailed(
        anchors("import", named, "--columns", "gloss,sinhala word", "--project", project),
        "sinhala word");
    assertThat(anchors("import", named, "--columns", "gloss", "--project", project).exit())
        .isEqualTo(ExitCodes.USAGE);
  }

  @Test
  void anImportIsPreviewedFirstAndItsConflictsMayBeQueued() throws IOException {
    Path project = folder.resolve("previewed");
    anchors("import", file("a.txt", "sun ඉර\nsea මුහුද\n"), "--project", project);
    Path more = file("b.tsv", "source\ttarget\tstatus\nsun\tඉර\trejected\nmoon\tහඳ\t\n");
    JsonNode preview = anchors("import", more, "--preview", "--project", project, "--json").json();
    assertThat(preview.get("taken").asInt()).isEqualTo(1);
    assertThat(preview.get("conflicts")).hasSize(1);
    assertThat(events(project)).isEqualTo(2);
    anchors("import", more, "--project", project);
    assertThat(events(project)).isEqualTo(3);
    anchors("import", more, "--queue-conflicts", "--project", project);
    assertThat(events(project)).isEqualTo(4);
    try (Workspace workspace = Workspace.open(project, Workspace.Mode.READ)) {
      assertThat(workspace.anchors().current().anchors().getLast().tags())
          .containsExactly("import:conflict", "says:rejected");
    }
  }

  private static int events(Path project) {
    return anchors("stats", "--project", project, "--json").json().get("events").asInt();
  }
}
