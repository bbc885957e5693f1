package setu.core.anchor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import setu.core.anchor.AnchorImport.Conflicting;
import setu.core.anchor.PlannedRow.Difference;
import setu.core.anchor.PlannedRow.Fate;
import setu.core.task.Cancellation;
import setu.core.task.Phase;
import setu.core.task.Progress;

/** An import given up at any moment has imported nothing. */
class AnchorImportTest {
  private static final Path TRAIN = Path.of("sample-vectors", "anchors.train.tsv");

  @TempDir Path folder;

  @Test
  void isWholeOrNothing() throws IOException {
    Path journal = folder.resolve("anchors.jsonl");
    try (AnchorHistory history = AnchorHistory.open(journal, "me", InstantSource.system())) {
      history.add(List.of(Draft.accepted("sun", "ඉර", "edit")));
      byte[] before = Files.readAllBytes(journal);
      for (Phase given : new Phase[] {Phase.READ, Phase.IMPORT}) {
        Cancellation cancellation = new Cancellation();
        Progress progress = cancellingIn(given, cancellation);
        assertThatThrownBy(
                () ->
                    AnchorImport.into(
                        history,
                        DictionaryFiles.read(
                            TRAIN, DictionaryOptions.AS_WRITTEN, progress, cancellation),
                        AnchorStatus.ACCEPTED,
                        "train",
                        progress,
                        cancellation))
            .as("%s", given)
            .isInstanceOf(CancellationException.class);
        assertThat(history.current().anchors()).hasSize(1);
        assertThat(journal).hasBinaryContent(before);
      }
    }
  }

  @Test
  void commentTagsAndPreferenceAreFilledInAndDifferingCommentsAreAConflict() throws IOException {
    Path file =
        Files.write(
            folder.resolve("more.tsv"),
            List.of(
                "source\ttarget\tcomment\ttags\tpreferred",
                "sun\tඉර\tbright\tsky, day\tyes",
                "sea\tමුහුද\tdeep\t\t",
                "moon\tහඳ\t\tsky\tno"));
    try (AnchorHistory history =
        AnchorHistory.open(folder.resolve("anchors.jsonl"), "me", InstantSource.system())) {
      history.add(
          List.of(
              Draft.accepted("sun", "ඉර", "edit").withTags(List.of("light", "day")),
              Draft.accepted("sea", "මුහුද", "edit").withComment("or ocean")));
      AnchorImport.Report report =
          AnchorImport.into(
              history,
              DictionaryFiles.read(file, DictionaryOptions.AS_WRITTEN),
              AnchorStatus.ACCEPTED,
              "more.tsv");
      assertThat(report.taken()).isEqualTo(1);
      assertThat(report.merged()).isEqualTo(1);
      assertThat(report.conflicts())
          .extracting(AnchorImport.Conflict::field, AnchorImport.Conflict::there)
          .containsExactly(tuple("comment", "deep"));
      List<Anchor> anchors = history.current().anchors();
      assertThat(anchors.get(0))
          .returns("bright", Anchor::comment)
          .returns(List.of("light", "day", "sky"), Anchor::tags)
          .returns(true, Anchor::preferred);
      assertThat(anchors.get(1).comment()).isEqualTo("or ocean");
      assertThat(anchors.get(2))
          .returns(List.of("sky"), Anchor::tags)
          .returns(false, Anchor::preferred);
    }
  }

  @Test
  void aRowWithoutAStatusThatComesInAsACandidateSaysNothingOfARejectedPair() throws IOException {
    Path file = Files.write(folder.resolve("more.txt"), List.of("sun ඉර"));
    DictionaryImport rows = DictionaryFiles.read(file, DictionaryOptions.AS_WRITTEN);
    try (AnchorHistory history =
        AnchorHistory.open(folder.resolve("anchors.jsonl"), "me", InstantSource.system())) {
      history.add(List.of(Draft.accepted("sun", "ඉර", "edit").withStatus(AnchorStatus.REJECTED)));
      assertThat(AnchorImport.into(history, rows, AnchorStatus.CANDIDATE, "more.txt"))
          .returns(1, AnchorImport.Report::merged)
          .returns(List.of(), AnchorImport.Report::conflicts);
      assertThat(AnchorImport.into(history, rows, AnchorStatus.ACCEPTED, "more.txt").conflicts())
          .extracting(AnchorImport.Conflict::here, AnchorImport.Conflict::there)
          .containsExactly(tuple("rejected", "accepted"));
      assertThat(history.current().anchors())
          .extracting(Anchor::status)
          .containsExactly(AnchorStatus.REJECTED);
    }
  }

  @Test
  void aConflictStandsBesideAsACandidateOnceAndThePlanAloneChangesNothing() throws IOException {
    Path file =
        Files.write(
            folder.resolve("other.tsv"),
            List.of(
                "source\ttarget\tstatus\tnote",
                "sun\tඉර\trejected\t",
                "sea\tමුහුද\t\tdeep water",
                "moon\tහඳ\t\t"));
    try (AnchorHistory history =
        AnchorHistory.open(folder.resolve("anchors.jsonl"), "me", InstantSource.system())) {
      history.add(
          List.of(
              Draft.accepted("sun", "ඉර", "edit"),
              Draft.accepted("sea", "මුහුද", "edit").described("", "", "or ocean")));
      AnchorImport.Plan plan = plan(history, file);
      assertThat(history.events()).hasSize(2);
      assertThat(plan.report())
          .returns(3, AnchorImport.Report::read)
          .returns(1, AnchorImport.Report::taken)
          .returns(2, report -> report.conflicts().size());
      assertThat(plan.edits(Conflicting.TOLD)).hasSize(1);
      history.apply(plan.edits(Conflicting.QUEUED));
      assertThat(history.current().accepted()).hasSize(3);
      List<Anchor> beside =
          history.current().anchors().stream()
              .filter(anchor -> anchor.tags().contains(AnchorImport.CONFLICT))
              .toList();
      assertThat(beside)
          .extracting(Anchor::source, Anchor::status, Anchor::note, Anchor::tags)
          .containsExactly(
              tuple("sun", AnchorStatus.CANDIDATE, "", List.of("import:conflict", "says:rejected")),
              tuple("sea", AnchorStatus.CANDIDATE, "deep water", List.of("import:conflict")));
      assertThat(beside).extracting(Anchor::origin).containsOnly("other.tsv");
      assertThat(beside)
          .extracting(AnchorImport::says)
          .containsExactly(AnchorStatus.REJECTED, AnchorStatus.CANDIDATE);
      // The same file again: its conflicts stand there already.
      assertThat(plan(history, file).edits(Conflicting.QUEUED)).isEmpty();
      // One batch, undone as one.
      assertThat(history.undo().anchors()).hasSize(2);
    }
  }

  @Test
  void thePlanSaysOfEveryRowInOrderWhatBecomesOfIt() throws IOException {
    Path file =
        Files.write(
            folder.resolve("rows.tsv"),
            List.of(
                "source\ttarget\tstatus\tnote\ttags",
                "sun\tඉර\trejected\tbright\t",
                "only one",
                "moon\tහඳ\t\t\t",
                "moon\tහඳ\t\tat night\tsky",
                "sea\tමුහුද\t\t\t",
                "d,e\tගඟ\t\t\t",
                "\tවතුර\t\t\t"));
    try (AnchorHistory history =
        AnchorHistory.open(folder.resolve("anchors.jsonl"), "me", InstantSource.system())) {
      history.add(
          List.of(Draft.accepted("sun", "ඉර", "edit"), Draft.accepted("sea", "මුහුද", "edit")));
      AnchorImport.Plan plan = plan(history, file);
      assertThat(plan.rows())
          .extracting(
              PlannedRow::line,
              PlannedRow::fate,
              PlannedRow::source,
              PlannedRow::target,
              PlannedRow::refused)
          .containsExactly(
              tuple(2L, Fate.CONFLICT, "sun", "ඉර", null),
              tuple(3L, Fate.REFUSED, "only one", "", RefusedLine.Reason.ONE_COLUMN),
              tuple(4L, Fate.TAKEN, "moon", "හඳ", null),
              tuple(5L, Fate.MERGED, "moon", "හඳ", null),
              tuple(6L, Fate.MERGED, "sea", "මුහුද", null),
              tuple(7L, Fate.REFUSED, "d,e", "ගඟ", RefusedLine.Reason.NOT_A_WORD),
              tuple(8L, Fate.REFUSED, "", "වතුර", RefusedLine.Reason.EMPTY_SIDE));
      assertThat(plan.rows().get(0).differences())
          .containsExactly(
              new Difference("status", "accepted", "rejected"),
              new Difference("note", "", "bright"));
      assertThat(plan.rows().get(3).differences())
          .containsExactly(
              new Difference("note", "", "at night"), new Difference("tags", "", "sky"));
      assertThat(plan.rows().get(4).differences()).isEmpty();
      AnchorImport.Report report = plan.report();
      assertThat(plan.rows())
          .hasSize(report.read())
          .hasSize(
              report.taken()
                  + report.merged()
                  + report.conflicts().size()
                  + report.refused().size());
    }
  }

  private static AnchorImport.Plan plan(AnchorHistory history, Path file) {
    return AnchorImport.plan(
        history.current(),
        DictionaryFiles.read(file, DictionaryOptions.AS_WRITTEN),
        AnchorStatus.ACCEPTED,
        "other.tsv",
        Progress.NONE,
        Cancellation.none());
  }

  @Test
  void aSourceWordKeepsOnePreferredTranslation() throws IOException {
    Path file =
        Files.write(
            folder.resolve("preferred.tsv"),
            List.of(
                "source\ttarget\tpreferred",
                "sun\tහිරු\tyes",
                "sea\tසයුර\tno",
                "moon\tසඳ\tyes",
                "moon\tහඳ\tyes"));
    try (AnchorHistory history =
        AnchorHistory.open(folder.resolve("anchors.jsonl"), "me", InstantSource.system())) {
      history.add(
          List.of(
              Draft.accepted("sun", "ඉර", "edit").withPreferred(true),
              Draft.accepted("sea", "මුහුද", "edit").withPreferred(true)));
      AnchorImport.into(
          history,
          DictionaryFiles.read(file, DictionaryOptions.AS_WRITTEN),
          AnchorStatus.ACCEPTED,
          "preferred.tsv");
      assertThat(history.current().anchors())
          .filteredOn(Anchor::preferred)
          .extracting(Anchor::target)
          .containsExactly("මුහුද", "හිරු", "හඳ");
    }
  }

  @Test
  void tellsHowFarItIs() throws IOException {
    Path journal = folder.resolve("anchors.jsonl");
    AtomicLong read = new AtomicLong();
    AtomicLong total = new AtomicLong();
    Progress progress =
        new Progress() {
          @Override
          public void begin(Phase phase, long units) {
            total.addAndGet(units);
          }

          @Override
          public void advance(long amount) {
            read.addAndGet(amount);
          }
        };
    try (AnchorHistory history = AnchorHistory.open(journal, "me", InstantSource.system())) {
      Cancellation never = Cancellation.none();
      DictionaryImport rows =
          DictionaryFiles.read(TRAIN, DictionaryOptions.AS_WRITTEN, progress, never);
      AnchorImport.into(history, rows, AnchorStatus.ACCEPTED, "train", progress, never);
      assertThat(total).hasValue(Files.size(TRAIN) + rows.entries().size());
      assertThat(read).hasValue(total.get());
    }
  }

  /** Gives up after some of a phase is done. */
  private static Progress cancellingIn(Phase given, Cancellation cancellation) {
    return new Progress() {
      private boolean there;

      @Override
      public void begin(Phase phase, long units) {
        there = phase == given;
      }

      @Override
      public void advance(long amount) {
        if (there) {
          cancellation.cancel();
        }
      }
    };
  }
}
