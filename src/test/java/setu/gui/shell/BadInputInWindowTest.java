package setu.gui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import setu.core.anchor.Anchor;
import setu.core.anchor.Draft;
import setu.core.workspace.Workspace;
import setu.core.workspace.Workspace.SpaceReference;
import setu.gui.common.MovedSpace;
import setu.gui.common.Notice;
import setu.gui.common.OpenProject;
import setu.gui.common.Side;
import setu.gui.common.Workbench;

/**
 * Every bad file a person may bring, dropped on the window: one sentence that says what, where and
 * what to do, and the project that is open stays open as it is. What can be read all the same is
 * read, and told.
 */
@NullUnmarked
class BadInputInWindowTest {
  private static final String GOOD =
      "5 4\nsun 1 0 0 1\nmoon 0 1 0 1\nsea 0 0 1 1\nsky 1 1 0 1\nrain 0 1 1 1\n";

  @TempDir static Path folder;
  private static OpenedWindow window;
  private static Path good;
  private static Path own;

  private OpenProject before;
  private List<Anchor> anchors;
  private byte[] journal;

  @BeforeAll
  static void open() throws IOException {
    good = file("good.vec", GOOD);
    own = project("own", good, good);
    window = OpenedWindow.empty(folder.resolve("user"));
  }

  @AfterAll
  static void close() {
    window.close();
  }

  /** The own project is open before every case. */
  @BeforeEach
  void openOwn() throws IOException {
    window.run(
        () -> {
          workbench().opening().forgetQuestions();
          window.shell().window().placeProperty().set(Rail.Place.MAP);
        });
    OpenProject open = window.get(() -> workbench().project());
    if (open == null || !open.workspace().folder().equals(own)) {
      drop(own);
    }
    while (anchors().size() > 4 && window.get(() -> workbench().canUndoProperty().get())) {
      window.run(() -> workbench().undo()); // what a case that failed has left
      quiet();
    }
    window.run(() -> workbench().notices().clear());
    before = window.get(() -> workbench().project());
    anchors = anchors();
    journal = Files.readAllBytes(own.resolve("anchors.jsonl"));
    assertThat(anchors).hasSize(4);
  }

  /** What cannot be used at all, seen when it is dropped. */
  enum BadFile {
    FOLDER("holds no Setu project", "Choose a folder with a project.json"),
    MISSING("there is no such file", "Check the path"),
    EMPTY("is empty", "again"),
    PROJECT_OF_ZEROS("the project cannot be understood", "Restore the file"),
    PROJECT_OF_A_NEWER_SETU("was written by a newer Setu", "Update Setu"),
    DAMAGED_JOURNAL("the journal is damaged there", "Restore it from a copy"),
    DICTIONARY_WITH_ONE_COLUMN("one column only", "Each line must be"),
    DICTIONARY_WITHOUT_PAIRS("holds no pair of words", "Each line must be"),
    DICTIONARY_NOT_UTF_8("is not UTF-8 text", "Save it as UTF-8"),
    DICTIONARY_IN_UTF_16("is not UTF-8 text", "Save it as UTF-8"),
    DAMAGED_SPREADSHEET("is a damaged spreadsheet, or none", "save it anew");

    private final String what;
    private final String remedy;

    BadFile(String what, String remedy) {
      this.what = what;
      this.remedy = remedy;
    }
  }

  private static Path make(BadFile bad) throws IOException {
    Path file = folder.resolve(bad.name().toLowerCase(Locale.ROOT));
    return switch (bad) {
      case FOLDER -> Files.createDirectories(file);
      case MISSING -> file;
      case EMPTY -> Files.write(file, new byte[0]);
      case PROJECT_OF_ZEROS -> {
        Files.write(project(file.toString(), good, good).resolve("project.json"), new byte[400]);
        yield file;
      }
      case PROJECT_OF_A_NEWER_SETU -> {
        Path json = project(file.toString(), good, good).resolve("project.json");
        String text = Files.readString(json);
        Files.writeString(json, text.replaceFirst("\"version\" : \\d+", "\"version\" : 999"));
        yield file;
      }
      case DAMAGED_JOURNAL -> {
        Path lines = project(file.toString(), good, good).resolve("anchors.jsonl");
        Files.writeString(lines, Files.readString(lines).replaceFirst("\\{", "#"));
        yield file;
      }
      case DICTIONARY_WITH_ONE_COLUMN -> Files.writeString(file, "sun\nmoon\nsea\n");
      case DICTIONARY_WITHOUT_PAIRS -> Files.writeString(file, "\n\n\n");
      case DICTIONARY_NOT_UTF_8 ->
          Files.write(file, "caf\u00e9 sun\n".getBytes(StandardCharsets.ISO_8859_1));
      case DICTIONARY_IN_UTF_16 ->
          Files.write(file, "sun\tsea\n".getBytes(StandardCharsets.UTF_16));
      case DAMAGED_SPREADSHEET -> Files.writeString(file, "PK\u0003\u0004 not a spreadsheet");
    };
  }

  @ParameterizedTest
  @EnumSource
  void aFileThatCannotBeUsedIsToldAndTheProjectStays(BadFile bad) throws IOException {
    Path file = make(bad);
    drop(file);
    assertOneError(file.toString(), bad.what, bad.remedy);
    assertUnchanged();
  }

  /** Files of vectors that cannot be used, seen when they are read. */
  enum BadSpace {
    ZEROS("not an embedding space", "Give word2vec"),
    TRUNCATED_GZIP("damaged or cut off", "Fetch it again"),
    HEADER_WITH_MORE_ROWS("line 1: the first line promises", "Correct the first line"),
    HEADER_WITH_OTHER_DIMENSIONS("line 1: the first line promises", "Correct the first line"),
    NO_NUMBER_IS_FINITE("no usable row", "Each line must be"),
    EVERY_ROW_SHORT("line 1: the first line promises", "Correct the first line");

    private final String what;
    private final String remedy;

    BadSpace(String what, String remedy) {
      this.what = what;
      this.remedy = remedy;
    }
  }

  private static Path make(BadSpace bad) throws IOException {
    Path file = folder.resolve(bad.name().toLowerCase(Locale.ROOT) + ".vec");
    return switch (bad) {
      case ZEROS -> Files.write(file, new byte[4000]);
      case TRUNCATED_GZIP -> {
        byte[] whole = gzip(GOOD.repeat(500));
        yield Files.write(file, Arrays.copyOf(whole, whole.length / 2));
      }
      case HEADER_WITH_MORE_ROWS -> Files.writeString(file, GOOD.replace("5 4", "9 4"));
      case HEADER_WITH_OTHER_DIMENSIONS -> Files.writeString(file, GOOD.replace("5 4", "5 3"));
      case NO_NUMBER_IS_FINITE ->
          Files.writeString(file, "2 6\nsun NaN 0 0 0 0 0\nmoon 0 inf 0 0 0 0\n");
      case EVERY_ROW_SHORT -> Files.writeString(file, "3 6\nsun 1\nmoon 1 2\nsea 1\n");
    };
  }

  @ParameterizedTest
  @EnumSource
  void aSpaceThatCannotBeReadIsToldAndTheProjectStays(BadSpace bad) throws IOException {
    Path file = make(bad);
    drop(good, file);
    assertOneError(file.toString(), bad.what, bad.remedy);
    assertUnchanged();
    window.run(() -> workbench().notices().clear());
    drop(file, good);
    assertOneError(file.toString(), bad.what, bad.remedy);
    assertUnchanged();
  }

  @ParameterizedTest
  @EnumSource(names = {"ZEROS", "NO_NUMBER_IS_FINITE", "EVERY_ROW_SHORT"})
  void aFileThatHoldsNoSpaceIsToldBeforeTheSecondOneIsAskedFor(BadSpace bad) throws IOException {
    Path file = make(bad);
    drop(file);
    assertOneError(file.toString(), bad.what, bad.remedy);
    assertUnchanged();
  }

  /** Single rows that cannot be used, in the sixth line behind the header. */
  enum BadRow {
    TOO_FEW_NUMBERS("storm 1 2", "too few numbers"),
    TOO_MANY_NUMBERS("storm 1 2 3 4 5", "too many numbers"),
    NAN("storm 1 NaN 3 4", "NaN or infinity"),
    INFINITY("storm 1 -inf 3 4", "NaN or infinity"),
    WORDS_FOR_NUMBERS("storm 1 x 3 4", "not a number"),
    DUPLICATE_WORD("sun 9 9 9 9", "the word stood higher up");

    private final String row;
    private final String reason;

    BadRow(String row, String reason) {
      this.row = row;
      this.reason = reason;
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRowThatCannotBeUsedIsToldAndTheRestIsOpened(BadRow bad) throws IOException {
    Path file = file("row-" + bad + ".vec", GOOD.replace("5 4", "6 4") + bad.row + "\n");
    drop(file, good);
    assertPairOpened();
    assertThat(notices())
        .filteredOn(notice -> notice.kind() == Notice.Kind.WARNING)
        .singleElement()
        .extracting(Notice::text)
        .asString()
        .contains(file.toString(), "line 7", bad.reason, "Click the name");
    assertNoTrace();
  }

  @Test
  void windowsLineEndsAndAByteOrderMarkInASpaceChangeNothing() throws IOException {
    drop(
        file("crlf.vec", GOOD.replace("\n", "\r\n")),
        file("mark.vec", "\uFEFF" + GOOD.replace("\n", "\r\n")));
    assertPairOpened();
    assertThat(notices())
        .singleElement()
        .returns(Notice.Kind.INFO, Notice::kind)
        .extracting(Notice::text)
        .asString()
        .contains("no pairs yet", "Drop a dictionary");
    assertThat(window.get(() -> window.shell().scene().lookup(".map-morph").isVisible()))
        .as("nothing to morph to")
        .isFalse();
  }

  private void assertPairOpened() {
    OpenProject now = window.get(() -> workbench().project());
    assertThat(now).as(notices().toString()).isNotSameAs(before);
    for (Side side : Side.values()) {
      assertThat(now.space(side).rows()).isEqualTo(5);
      assertThat(now.space(side).vocabulary().word(0)).isEqualTo("sun");
    }
    assertThat(notices()).extracting(Notice::kind).doesNotContain(Notice.Kind.ERROR);
  }

  @Test
  void windowsLineEndsAndAByteOrderMarkInADictionaryChangeNothing() throws IOException {
    drop(file("words.txt", "\uFEFFsun moon\r\nmoon sun\r\n"));
    window.takeImport();
    quiet();
    assertThat(notices()).extracting(Notice::kind).containsExactly(Notice.Kind.INFO);
    assertThat(anchors()).hasSize(6).last().returns("sun", Anchor::target);
    assertThat(anchors().get(4).source()).isEqualTo("sun");
    undo();
  }

  @Test
  void aDictionaryOfUnknownWordsOnlyIsToldAndCanBeTakenBack() throws IOException {
    Path file = file("unknown.txt", "qqq www\neee rrr\n");
    drop(file);
    window.takeImport();
    quiet();
    assertThat(notices())
        .singleElement()
        .returns(Notice.Kind.WARNING, Notice::kind)
        .extracting(Notice::text)
        .asString()
        .contains(file.toString(), "of its 2 pairs none has", "Ctrl+Z");
    assertNoTrace();
    assertThat(anchors()).hasSize(6);
    undo();
  }

  private void undo() {
    window.run(() -> workbench().undo());
    quiet();
    assertThat(anchors()).isEqualTo(anchors);
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.MATCH_ANY,
      names = {"MISSING", "EMPTY", "DICTIONARY.*"})
  void aTestDictionaryThatCannotBeReadIsToldAndTheOldOneStays(BadFile bad) throws IOException {
    Path file = make(bad);
    Path test = before.workspace().test();
    window.run(() -> workbench().settings().setTest(file));
    quiet();
    assertOneError(file.toString(), bad.what, bad.remedy);
    assertUnchanged();
    assertThat(before.workspace().test()).isEqualTo(test);
  }

  @Test
  void aTestDictionaryOfUnknownWordsOnlyIsTold() throws IOException {
    Path file = file("unknown-test.txt", "qqq www\n");
    window.run(() -> workbench().settings().setTest(file));
    quiet();
    assertThat(notices())
        .singleElement()
        .returns(Notice.Kind.WARNING, Notice::kind)
        .extracting(Notice::text)
        .asString()
        .contains(file.toString(), "of its 1 pair none has", "choose another one");
    window.run(() -> workbench().settings().setTest(folder.resolve("test.txt")));
    quiet();
  }

  @Test
  void pairsOfUnknownWordsOnlyAreNamedAsWhyNothingIsAligned() throws IOException {
    Path project = folder.resolve("unaligned");
    SpaceReference space = new SpaceReference("en", good, "");
    try (Workspace made = Workspace.create(project, space, space, null)) {
      made.anchors().add(List.of(Draft.accepted("qqq", "www", "edit")));
    }
    drop(project);
    assertOneError(project.toString(), "no anchor has both words", "Check that the dictionary");
    assertThat(anchors()).hasSize(1);
  }

  @Test
  void spacesOfDifferentDimensionsSayWhatToDo() throws IOException {
    Path narrow = file("narrow.vec", "3 2\nsun 1 0\nmoon 0 1\nsea 1 1\n");
    Path project = project("narrow", good, narrow);
    drop(project);
    assertThat(notices())
        .filteredOn(notice -> notice.kind() == Notice.Kind.ERROR)
        .singleElement()
        .extracting(Notice::text)
        .asString()
        .contains("differ in dimensions", "4", "2", "PCA", "vecmap-supervised");
    assertNoTrace();
    assertThat(anchors()).as("nothing is lost").hasSize(4);
  }

  @Test
  void fewerAnchorsThanDimensionsAreToldOnce() throws IOException {
    Path project = folder.resolve("few");
    SpaceReference space = new SpaceReference("en", good, "");
    try (Workspace made =
        Workspace.create(project, space, space, file("test.txt", "rain rain\n"))) {
      made.anchors().add(List.of(Draft.accepted("sun", "sun", "edit")));
    }
    drop(project);
    assertThat(notices())
        .singleElement()
        .returns(Notice.Kind.WARNING, Notice::kind)
        .extracting(Notice::text)
        .asString()
        .contains("Only 1 anchor for 4 dimensions", "Review");
    window.run(() -> workbench().addAnchor(Draft.accepted("sea", "sea", "edit")));
    quiet();
    assertThat(notices()).hasSize(1);
    window.run(() -> workbench().undo());
    quiet();
  }

  @Test
  void aTestDictionaryThatOverlapsTheAnchorsIsTold() throws IOException {
    Path file = file("overlap.txt", "sun sun\nmoon sea\nrain rain\n");
    window.run(() -> workbench().settings().setTest(file));
    quiet();
    assertThat(notices())
        .singleElement()
        .returns(Notice.Kind.WARNING, Notice::kind)
        .extracting(Notice::text)
        .asString()
        .contains("overlap.txt", "3 pairs", "1 pair of it is among the anchors", "2 of its source");
    window.run(() -> workbench().settings().setTest(folder.resolve("test.txt")));
    quiet();
  }

  @Test
  void vectorsThatMovedAreAskedFor() throws IOException {
    Path vectors = file("moving.vec", GOOD);
    Path project = project("moving", good, vectors);
    Files.move(vectors, folder.resolve("moved.vec"));
    drop(project);
    assertThat(texts()).contains(vectors.toString(), "is no longer there", "Show where it is now");
    assertThat(notices()).isEmpty();
    leaveTheQuestion();
  }

  @Test
  void aDictionaryWithoutVectorsIsAskedForThem() {
    Path project = folder.resolve("pairs-only");
    try (Workspace made = Workspace.createWithoutSpaces(project)) {
      made.anchors().add(List.of(Draft.accepted("sun", "ඉර", "edit")));
    }
    drop(project);
    assertThat(texts())
        .contains("This dictionary has no vectors yet", "pairs-only is a dictionary alone so far")
        .doesNotContain("has moved");
    assertThat(notices()).isEmpty();
    MovedSpace first = window.get(() -> workbench().opening().movedProperty().get());
    window.run(() -> workbench().opening().relocate(first, good, false));
    window.awaitQuiet();
    assertThat(texts()).contains("pairs-only has its source space");
    MovedSpace second = window.get(() -> workbench().opening().movedProperty().get());
    assertThat(second.space()).isEqualTo(1);
    leaveTheQuestion();
    try (Workspace kept = Workspace.open(project, Workspace.Mode.WRITE)) {
      assertThat(kept.hasSpace(0)).isTrue();
      assertThat(kept.hasSpace(1)).isFalse();
      assertThat(kept.anchors().current().anchors()).hasSize(1);
    }
  }

  @Test
  void vectorsThatAreOthersNowAreAskedFor() throws IOException {
    Path vectors = file("changing.vec", GOOD);
    Path project = project("changing", good, vectors);
    Files.writeString(vectors, GOOD.replace("sun", "star"));
    drop(project);
    assertThat(texts()).contains(vectors.toString(), "does not hold what it held", "Show the old");
    assertThat(notices()).isEmpty();
    leaveTheQuestion();
  }

  private void leaveTheQuestion() {
    assertNoTrace();
    window.press(KeyCode.ESCAPE);
    window.await("the question is left", () -> workbench().opening().movedProperty().get() == null);
    assertUnchanged();
  }

  @Test
  void aJournalCutOffByACrashIsOpenedWithoutItsLastLine() throws IOException {
    Path project = project("torn", good, good);
    Path lines = project.resolve("anchors.jsonl");
    byte[] bytes = Files.readAllBytes(lines);
    Files.write(lines, Arrays.copyOf(bytes, bytes.length - 9));
    drop(project);
    assertThat(notices()).hasSize(2).extracting(Notice::kind).containsOnly(Notice.Kind.WARNING);
    assertThat(notices().getFirst().text()).contains("last line of the journal", "put aside");
    assertThat(notices().getLast().text()).contains("Only 3 anchors for 4 dimensions");
    assertThat(anchors()).hasSize(3);
  }

  @Test
  void aProjectOpenElsewhereIsOpenedForReading() throws IOException {
    Path project = project("held", good, good);
    byte[] lines = Files.readAllBytes(project.resolve("anchors.jsonl"));
    try (Workspace held = Workspace.open(project, Workspace.Mode.WRITE)) {
      drop(held.folder());
      assertThat(notices())
          .singleElement()
          .returns(Notice.Kind.WARNING, Notice::kind)
          .extracting(Notice::text)
          .asString()
          .contains(project.toString(), "is open in another window or process", "Close it there");
      window.run(() -> workbench().notices().clear());
      window.run(() -> workbench().addAnchor(Draft.accepted("rain", "rain", "edit")));
      quiet();
      assertOneError(project.toString(), "for reading only", "open it again to edit");
      assertThat(anchors()).hasSize(4);
      assertThat(project.resolve("anchors.jsonl")).hasBinaryContent(lines);
    }
  }

  // What is done, and what is seen.

  /** Drops files as a person does, and waits until the window has no more to do. */
  private static void drop(Path... files) {
    List<File> dropped = Arrays.stream(files).map(Path::toFile).toList();
    window.run(() -> window.shell().window().open(dropped));
    quiet();
  }

  private static void quiet() {
    window.awaitQuiet();
  }

  private static Workbench workbench() {
    return window.workbench();
  }

  private static List<Notice> notices() {
    return window.get(() -> List.copyOf(workbench().notices()));
  }

  private static List<Anchor> anchors() {
    return window.get(() -> workbench().anchorsProperty().get().anchors());
  }

  private static void assertOneError(String... said) {
    assertThat(notices()).singleElement().returns(Notice.Kind.ERROR, Notice::kind);
    assertThat(notices().getFirst().text()).contains(said).doesNotContain("\n");
    assertThat(texts()).contains(notices().getFirst().text());
    assertNoTrace();
  }

  private static void assertNoTrace() {
    assertThat(texts()).doesNotContain("Exception", "\tat ", "java.");
  }

  /** The same project with the same pairs, on the screen and on the disk. */
  private void assertUnchanged() {
    assertThat(window.get(() -> workbench().project())).isSameAs(before);
    assertThat(window.get(() -> workbench().opening().nameProperty().get())).isNull();
    assertThat(window.get(() -> workbench().opening().unpairedProperty().get())).isNull();
    assertThat(anchors()).isEqualTo(anchors);
    assertThat(own.resolve("anchors.jsonl")).hasBinaryContent(journal);
    assertThat(window.get(() -> window.shell().scene().lookup(".welcome").isVisible())).isFalse();
  }

  /** Every text that can be seen, joined. */
  private static String texts() {
    return window.get(
        () -> {
          StringBuilder found = new StringBuilder();
          window.shell().scene().getRoot().layout();
          collect(window.shell().scene().getRoot(), found);
          return found.toString();
        });
  }

  private static void collect(Node node, StringBuilder found) {
    if (!node.isVisible()) {
      return;
    }
    if (node instanceof Text text) {
      found.append(text.getText());
    } else if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
      found.append('\n');
    }
  }

  // Files.

  private static Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return zipped.toByteArray();
  }

  /** A project of two spaces with four pairs and a test dictionary of one. */
  private static Path project(String name, Path source, Path target) throws IOException {
    Path place = folder.resolve(name);
    if (!Files.exists(place)) {
      try (Workspace made =
          Workspace.create(
              place,
              new SpaceReference("en", source, ""),
              new SpaceReference("si", target, ""),
              file("test.txt", "rain rain\n"))) {
        List<Draft> pairs = new ArrayList<>();
        for (String word : List.of("sun", "moon", "sea", "sky")) {
          pairs.add(Draft.accepted(word, word, "edit"));
        }
        made.anchors().add(pairs);
      }
    }
    return place;
  }
}
