package setu.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import setu.core.anchor.Anchor;
import setu.core.anchor.AnchorHistory.Draft;
import setu.core.anchor.AnchorHistory.Edit;
import setu.core.anchor.AnchorStatus;
import setu.core.workspace.SampleProject;
import setu.core.workspace.Workspace;
import setu.core.workspace.Workspace.SpaceReference;
import tools.jackson.databind.JsonNode;

class AnchorsCommandTest {
  private static final Path SAMPLE = Path.of("sample-vectors");

  @TempDir Path folder;

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
  void whatIsExportedIsImportedAgainUnchanged() {
    Path project = folder.resolve("project");
    SampleProject.open(SAMPLE, project).close();
    for (String name : List.of("out.txt", "out.tsv", "out.csv")) {
      Path out = folder.resolve(name);
      JsonNode written = anchors("export", out, "--project", project, "--json").json();
      assertThat(written.get("written").asInt()).isEqualTo(1039);
      JsonNode read = anchors("import", out, "--project", project, "--json").json();
      assertThat(read.get("merged").asInt()).isEqualTo(1039);
      assertThat(read.get("conflicts")).isEmpty();
    }
    assertThat(anchors("stats", "--project", project, "--json").json().get("events").asInt())
        .isEqualTo(1039);
    Path bare = folder.resolve("bare.tsv");
    anchors("export", bare, "--project", project, "--without-provenance");
    assertThat(bare).content().startsWith("source\ttarget\tstatus\tpos\tcategory\tnote\tcomment\t");
    Path none = folder.resolve("none.tsv");
    JsonNode rejected =
        anchors("export", none, "--project", project, "--status", "rejected", "--json").json();
    assertThat(rejected.get("written").asInt()).isZero();
  }

  @Test
  void anExportSaysWhichPairsWillNotComeBack() throws IOException {
    Path project = folder.resolve("project");
    try (Workspace made = Workspace.createWithoutSpaces(project)) {
      made.anchors()
          .add(
              List.of(
                  Draft.accepted("tree wood", "ගස", "edit"),
                  Draft.accepted("d,e", "ද", "edit"),
                  Draft.accepted("sea", "මුහුද", "edit")));
    }
    Path text = folder.resolve("out.txt");
    JsonNode json = anchors("export", text, "--project", project, "--json").json();
    assertThat(json.get("written").asInt()).isEqualTo(2);
    assertThat(json.get("leftOut").asInt()).isEqualTo(1);
    assertThat(json.at("/leftOutPairs/0/source").asString()).isEqualTo("tree wood");
    assertThat(json.at("/noWords/0/source").asString()).isEqualTo("d,e");
    assertThat(anchors("export", text, "--project", project).out())
        .contains("1 left out: a form with a space needs .tsv", "    tree wood – ගස")
        .contains("1 written that are no words", "    d,e – ද");
  }

  @Test
  void theTimelineScoresPastDictionaries() throws IOException {
    Path project = folder.resolve("project");
    SampleProject.open(SAMPLE, project).close();
    Path wrong = file("wrong.tsv", "source\ttarget\nriver\tමව\n");
    assertThat(anchors("import", wrong, "--project", project).exit()).isZero();
    JsonNode points =
        anchors("timeline", "--project", project, "--points", 5, "--json").json().get("points");
    assertThat(points).hasSize(2);
    assertThat(points.get(0).get("anchors").asInt()).isEqualTo(1039);
    assertThat(points.get(0).get("forward").asDouble()).isCloseTo(42.0, within(0.1));
    assertThat(points.get(1).get("anchors").asInt()).isEqualTo(1040);
    assertThat(anchors("timeline", "--project", project).out())
        .startsWith("edit\ttime\tanchors")
        .contains("\t1039\t42.00\t");
    assertThat(anchors("timeline", "--project", project, "--points", 1).exit())
        .isEqualTo(ExitCodes.USAGE);
  }

  @Test
  void aTimelineSaysWhatTheProjectLacks() throws IOException {
    Path bare = folder.resolve("bare");
    Path pairs = file("pairs.tsv", "source\ttarget\nriver\tගඟ\n");
    assertThat(anchors("import", pairs, "--project", bare).exit()).isZero();
    CliRun withoutSpaces = anchors("timeline", "--project", bare, "--test", pairs);
    assertThat(withoutSpaces.exit()).isEqualTo(ExitCodes.FAILED);
    assertThat(withoutSpaces.err())
        .hasLineCount(1)
        .contains(bare.toString(), "no source and target space", "setu open " + bare)
        .doesNotContain("source.vec");

    Path english = Files.copy(SAMPLE.resolve("en.100.vec"), folder.resolve("en.vec"));
    Workspace.create(
            folder.resolve("untested"),
            new SpaceReference("en", english, ""),
            new SpaceReference("si", SAMPLE.resolve("si.100.vec").toAbsolutePath(), ""),
            null)
        .close();
    Object[] timeline = {"timeline", "--project", folder.resolve("untested")};
    CliRun withoutTest = anchors(timeline);
    assertThat(withoutTest.exit()).isEqualTo(ExitCodes.USAGE);
    assertThat(withoutTest.err()).hasLineCount(1).contains("no test dictionary", "--test FILE");
    Files.delete(english);
    assertThat(anchors(timeline).err()).contains(english.toString(), "no longer there");
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
  void checkNamesWhatToLookAt() throws IOException {
    Path file =
        file(
            "c.txt",
            "ශ්\u200Dරී sri\nශ්රී sri\nඅත hand\nඅත hand\nහිරු සූර්ය\nඑක\nd,e ද\nmother මව\n");
    CliRun run = anchors("check", file, "--json");
    // Refused rows are the data's fault: the document is whole, and one line says what to do.
    assertThat(run.exit()).isEqualTo(ExitCodes.FAILED);
    assertThat(run.err().strip().lines())
        .singleElement()
        .asString()
        .contains("c.txt, line 6: rows that are no pairs: 2. Correct or delete them");
    assertThat(anchors("check", file("d.txt", "අත hand\nඅත hand\n")).exit()).isZero();
    JsonNode json = run.json();
    assertThat(json.get("pairs").asInt()).isEqualTo(6);
    List<String> issues = new ArrayList<>();
    for (JsonNode issue : json.get("issues")) {
      issues.add(issue.get("line").asInt() + " " + issue.get("kind").asString());
    }
    assertThat(issues)
        .containsExactly(
            "2 twin", "4 duplicate", "5 same-script", "6 one-column", "7 not-a-word", "8 swapped");
  }

  @Test
  void cleanShowsFirstAndThenChangesAsOneBatch() throws IOException {
    Path project = folder.resolve("cleaned");
    Path file = file("w.tsv", "source\ttarget\nriver\tගඟ\nRiver\tගඟ\nමව\tmother\nhand\tඅත\n");
    anchors("import", file, "--project", project);
    JsonNode shown = anchors("clean", "--project", project, "--preview", "--json").json();
    assertThat(shown.get("wouldChange").asInt()).isEqualTo(2);
    assertThat(shown.get("changed").asInt()).isZero();
    JsonNode done = anchors("clean", "--project", project, "--json").json();
    assertThat(done.get("changed").asInt()).isEqualTo(2);
    assertThat(anchors("stats", "--project", project, "--json").json().get("anchors").asInt())
        .isEqualTo(3);
    assertThat(anchors("clean", "--project", project, "--kinds", "nonsense").exit()).isEqualTo(2);
    assertFailed(anchors("clean", "--project", folder.resolve("none")), "no Setu project");
  }

  @Test
  void cleanListsApartWhatIsOnlyToBeLookedAt() throws IOException {
    Path project = folder.resolve("told");
    Path file = file("t.tsv", "source\ttarget\nriver\tගඟ\nsea,\tමුහුද\ncolombo\tkolamba\n");
    anchors("import", file, "--project", project);
    assertThat(anchors("clean", "--project", project).out())
        .isEqualToNormalizingNewlines(
            """
            2 found, 1 changed
              punctuation: sea, මුහුද → sea මුහුද
            1 to look at, not changed
              same-script: colombo kolamba
            """);
  }

  @Test
  void onePairIsRevertedAsOneEditThatCanBeUndone() throws IOException {
    Path project = folder.resolve("reverted");
    anchors("import", file("r.txt", "river ගඟ\nsea මුහුද\n"), "--project", project);
    judge(project, "river", AnchorStatus.REJECTED);
    judge(project, "sea", AnchorStatus.UNSURE);
    JsonNode json =
        anchors("revert", "river", "ගඟ", "--to", 2, "--project", project, "--json").json();
    assertThat(json.get("became").asString()).isEqualTo("changed");
    assertThat(json.get("status").asString()).isEqualTo("accepted");
    assertThat(json.get("event").asInt()).isEqualTo(5);
    try (Workspace again = Workspace.open(project, Workspace.Mode.WRITE)) {
      assertThat(again.anchors().current().anchors())
          .extracting(Anchor::status)
          .containsExactly(AnchorStatus.ACCEPTED, AnchorStatus.UNSURE);
      assertThat(again.anchors().events().getLast().author())
          .isEqualTo(System.getProperty("user.name"));
      assertThat(again.anchors().undo().anchors().getFirst().status())
          .isEqualTo(AnchorStatus.REJECTED);
    }
    assertThat(anchors("revert", "--anchor", 2, "--to", "2000-01-01", "--project", project).out())
        .contains("sea – මුහුද: removed");
    assertThat(anchors("revert", "sea", "මුහුද", "--to", 4, "--project", project).out())
        .contains("sea – මුහුද: restored, unsure");
    assertThat(
            anchors("revert", "sea", "මුහුද", "--to", "2999-01-01T00:00:00Z", "--project", project)
                .out())
        .contains("unchanged, unsure");
    assertFailed(anchors("revert", "sun", "ඉර", "--to", 1, "--project", project), "sun – ඉර");
    assertFailed(anchors("revert", "--anchor", 9, "--to", 1, "--project", project), "9");
    for (Object wrong : List.of(0, 99, "Tuesday", "99999999999999999999")) {
      assertThat(anchors("revert", "sea", "මුහුද", "--to", wrong, "--project", project).exit())
          .isEqualTo(ExitCodes.USAGE);
    }
    assertThat(anchors("revert", "sea", "--to", 1, "--project", project).exit())
        .isEqualTo(ExitCodes.USAGE);
  }

  @Test
  void oneBatchIsTakenBackByItselfAndWhatWasEditedSinceStays() throws IOException {
    Path project = folder.resolve("batches");
    anchors("import", file("two.txt", "river ගඟ\nsea මුහුද\n"), "--project", project);
    anchors("import", file("one.txt", "sun ඉර\n"), "--project", project);
    judge(project, "sea", AnchorStatus.UNSURE);
    JsonNode batches = anchors("log", "--batches", "--project", project, "--json").json();
    assertThat(batches.get("batches")).hasSize(3);
    JsonNode first = batches.get("batches").get(0);
    assertThat(first.get("batch").asInt()).isEqualTo(1);
    assertThat(first.get("edit").asString()).isEqualTo("import");
    assertThat(first.get("of").asString()).isEqualTo("two.txt");
    assertThat(first.get("pairs").asInt()).isEqualTo(2);
    assertThat(batches.get("batches").get(2).get("source").asString()).isEqualTo("sea");
    assertThat(anchors("log", "--batches", "--last", 2, "--project", project).out())
        .contains("\timport\tone.txt\t1\t")
        .doesNotContain("two.txt");
    assertThat(anchors("log", "--project", project).out()).startsWith("event\tbatch\t");

    CliRun taken = anchors("revert", "--batch", 1, "--project", project);
    assertThat(taken.out())
        .contains("batch 1: 1 of its pairs went back, 1 stayed since they were edited after it")
        .contains("sea – මුහුද");
    try (Workspace again = Workspace.open(project, Workspace.Mode.WRITE)) {
      assertThat(again.anchors().current().anchors())
          .extracting(Anchor::source)
          .containsExactly("sea", "sun");
      assertThat(again.anchors().undo().anchors()).as("one edit").hasSize(3);
      again.anchors().redo();
    }
    JsonNode none = anchors("revert", "--batch", 1, "--project", project, "--json").json();
    assertThat(none.get("wentBack").asInt()).isZero();
    assertThat(none.get("stayed").get(0).get("source").asString()).isEqualTo("sea");
    assertThat(none.get("batch").isNull()).isTrue();
    JsonNode json = anchors("revert", "--batch", 2, "--project", project, "--json").json();
    assertThat(json.get("wentBack").asInt()).isEqualTo(1);
    assertThat(json.get("batch").asInt()).isEqualTo(7);
    assertThat(anchors("log", "--batches", "--project", project).out())
        .contains("\ttaken-back\t2\t1\t");
    assertFailed(
        anchors("revert", "--batch", 2, "--project", project), "batch 2 was taken back already");
    assertFailed(
        anchors("revert", "--batch", 99, "--project", project),
        "no edit of pairs has the number 99");
    assertFailed(
        anchors("revert", "--batch", 5, "--project", project), "no edit of pairs has the number 5");
    assertThat(anchors("revert", "sun", "ඉර", "--batch", 1, "--project", project).exit())
        .isEqualTo(ExitCodes.USAGE);
    assertThat(anchors("revert", "sun", "ඉර", "--project", project).exit())
        .isEqualTo(ExitCodes.USAGE);
  }

  @Test
  void pullBringsAnotherPersonsWorkAndKeepsBothJudgements() throws IOException {
    Path ours = folder.resolve("ours");
    Path theirs = Files.createDirectory(folder.resolve("theirs"));
    Path start = file("start.tsv", "source\ttarget\nsun\tඉර\nsea\tමුහුද\nriver\tගඟ\n");
    assertThat(anchors("import", start, "--project", ours).exit()).isZero();
    for (String name : List.of("project.json", "anchors.jsonl")) {
      Files.copy(ours.resolve(name), theirs.resolve(name));
    }
    judge(ours, "sun", AnchorStatus.UNSURE);
    judge(theirs, "sun", AnchorStatus.REJECTED);
    judge(theirs, "sea", AnchorStatus.REJECTED);
    Path more = file("more.tsv", "source\ttarget\nmoon\tහඳ\n");
    assertThat(anchors("import", more, "--project", theirs).exit()).isZero();

    JsonNode shown = anchors("pull", theirs, "--project", ours, "--preview", "--json").json();
    assertThat(shown.get("taken").asInt()).isEqualTo(2);
    assertThat(shown.get("conflicts")).hasSize(1);
    assertThat(shown.get("conflicts").get(0).get("source").asString()).isEqualTo("sun");
    assertThat(shown.get("commonEvents").asInt()).isEqualTo(3);
    assertThat(shown.get("agreement").get("judged").asInt()).as("sun alone").isEqualTo(1);
    assertThat(shown.get("leftOut").asInt()).as("what came with both").isEqualTo(2);
    assertThat(anchors("pull", theirs, "--project", ours, "--preview").out())
        .contains("both judged 1 themselves; left out as they came: 2");
    assertThat(judged(ours)).as("only shown").hasSize(3);

    // A judge is not told on which pairs the other differs.
    try (Workspace workspace = Workspace.open(ours, Workspace.Mode.WRITE)) {
      workspace.setJudge("anna");
    }
    assertThat(anchors("pull", theirs, "--project", ours, "--preview").out())
        .contains("1 in conflict")
        .contains("not told while anna judges")
        .doesNotContain("both judged", "agreement", "kappa")
        .doesNotContain("conflict: sun");
    JsonNode blind = anchors("pull", theirs, "--project", ours, "--preview", "--json").json();
    assertThat(blind.get("inConflict").asInt()).isEqualTo(1);
    assertThat(blind.has("conflicts")).isFalse();
    assertThat(blind.has("agreement")).isFalse();
    try (Workspace workspace = Workspace.open(ours, Workspace.Mode.WRITE)) {
      workspace.setJudge("");
    }

    JsonNode done = anchors("pull", theirs, "--project", ours, "--json").json();
    assertThat(done.get("taken")).isEqualTo(shown.get("taken"));
    assertThat(judged(ours))
        .containsExactlyInAnyOrder(
            "sun UNSURE", "sun REJECTED", "sea REJECTED", "river ACCEPTED", "moon ACCEPTED");
    assertThat(judged(theirs)).as("theirs is only read").hasSize(4);
    assertFailed(anchors("pull", folder.resolve("nobody"), "--project", ours), "nobody");
  }

  private static void judge(Path project, String source, AnchorStatus status) {
    try (Workspace workspace = Workspace.open(project, Workspace.Mode.WRITE)) {
      for (Anchor anchor : workspace.anchors().current().anchors()) {
        if (anchor.source().equals(source)) {
          Draft judged = Draft.of(anchor).withStatus(status);
          workspace.anchors().apply(List.of(new Edit.Change(anchor.id(), judged)));
        }
      }
    }
  }

  private static List<String> judged(Path project) {
    try (Workspace workspace = Workspace.open(project, Workspace.Mode.READ)) {
      return workspace.anchors().current().anchors().stream()
          .map(anchor -> anchor.source() + " " + anchor.status())
          .toList();
    }
  }

  @Test
  void localeDataCanBeImported() {
    Path project = folder.resolve("cldr");
    JsonNode json = anchors("import", "--cldr", "--project", project, "--json").json();
    assertThat(json.get("taken").asInt()).isGreaterThan(1500);
    assertThat(anchors("import", "--project", project).exit()).isEqualTo(2);
  }

  @Test
  void checkFindsUnknownWordsAndRefusesADictionaryOfNothingElse() throws IOException {
    Path en = SAMPLE.resolve("en.100.vec");
    Path si = SAMPLE.resolve("si.100.vec");
    CliRun known =
        anchors("check", SAMPLE.resolve("faulty.tsv"), "--source", en, "--target", si, "--json");
    List<String> unknown = new ArrayList<>();
    for (JsonNode issue : known.json().get("issues")) {
      if (issue.get("kind").asString().startsWith("unknown-")) {
        unknown.add(issue.get("line").asString());
      }
    }
    assertThat(unknown.stream().distinct()).hasSize(10);
    Path foreign = file("foreign.txt", "qqqq wwww\neeee rrrr\n");
    assertFailed(anchors("check", foreign, "--source", en, "--target", si), "foreign.txt");
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

  @Test
  void mergeUnitesAndListsConflicts() throws IOException {
    Path first = file("1.tsv", "source\ttarget\tstatus\nsun\tඉර\taccepted\nsea\tමුහුද\trejected\n");
    Path second = file("2.txt", "මුහුද sea\nහඳ moon\nඉර sun\n");
    Path out = folder.resolve("union.tsv");
    JsonNode json = anchors("merge", first, second, out, "--json").json();
    assertThat(json.get("taken").asInt()).isEqualTo(3);
    assertThat(json.get("merged").asInt()).isEqualTo(1);
    assertThat(json.get("conflicts").get(0).get("source").asString()).isEqualTo("sea");
    assertThat(Files.readAllLines(out))
        .hasSize(4)
        .anyMatch(line -> line.startsWith("sea\tමුහුද\trejected"))
        .anyMatch(line -> line.startsWith("moon\tහඳ\taccepted"));
  }

  @Test
  void whatCannotBeDoneIsOneLineAndStatusOne() throws IOException {
    Path project = folder.resolve("project");
    Path good = file("good.txt", "sun ඉර\n");
    assertFailed(anchors("import", file("one.txt", "word\n"), "--project", project), "one column");
    assertThat(project).doesNotExist();
    assertFailed(anchors("import", file("empty", ""), "--project", project), "is empty");
    assertFailed(anchors("import", folder, "--project", project), "is a folder");
    assertFailed(anchors("import", folder.resolve("no"), "--project", project), "no such file");
    assertFailed(anchors("check", file("b", "a\0b c\n")), "not UTF-8");
    assertFailed(anchors("stats", "--project", folder), "holds no Setu project");
    assertFailed(anchors("import", good, "--project", folder), "holds files already");
    assertThat(anchors("import", good).exit()).isEqualTo(ExitCodes.USAGE);
    assertThat(anchors().exit()).isEqualTo(ExitCodes.USAGE);

    anchors("import", good, "--project", project);
    assertFailed(anchors("export", folder, "--project", project), "is a folder");
    try (Workspace held = Workspace.open(project, Workspace.Mode.WRITE)) {
      assertFailed(anchors("import", good, "--project", project), "open in another window");
      assertThat(anchors("stats", "--project", held.folder()).exit()).isZero();
    }
    Path journal = project.resolve("anchors.jsonl");
    Files.writeString(journal, "bad\n" + Files.readString(journal));
    assertFailed(anchors("log", "--project", project), "line 1");
  }

  @Test
  void aTornEventIsReported() throws IOException {
    Path project = folder.resolve("project");
    Path good = file("good.txt", "sun ඉර\nmoon හඳ\n");
    anchors("import", good, "--project", project);
    Path journal = project.resolve("anchors.jsonl");
    byte[] bytes = Files.readAllBytes(journal);
    Files.write(journal, Arrays.copyOf(bytes, bytes.length - 5));
    JsonNode stats = anchors("stats", "--project", project, "--json").json();
    assertThat(stats.get("events").asInt()).isEqualTo(1);
    assertThat(stats.get("tornBytes").asInt()).isPositive();
    CliRun again = anchors("import", good, "--project", project, "--json");
    assertThat(again.err()).contains("torn").hasLineCount(1);
    assertThat(again.json().get("taken").asInt()).isEqualTo(1);
  }

  private static void assertFailed(CliRun run, String says) {
    assertThat(run.exit()).as(run.err()).isEqualTo(ExitCodes.FAILED);
    assertThat(run.err()).startsWith("setu: ").contains(says).hasLineCount(1);
    assertThat(run.out()).isEmpty();
  }

  private static CliRun anchors(Object... arguments) {
    List<Object> words = new ArrayList<>(List.of("anchors"));
    words.addAll(List.of(arguments));
    return CliRun.of(words.toArray());
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }
}
