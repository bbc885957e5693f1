package setu.gui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.shape.Circle;
import javafx.scene.text.Text;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import setu.core.align.ReviewCard;
import setu.core.align.ReviewQueue;
import setu.core.anchor.Anchor;
import setu.core.anchor.AnchorStatus;
import setu.core.anchor.DictionaryFiles;
import setu.core.anchor.DictionaryOptions;
import setu.core.anchor.WordPair;
import setu.core.space.Iso15919;
import setu.gui.common.Paragraph;
import setu.gui.common.Side;
import setu.gui.review.ReviewViewModel;

/** From a file that came in to the file that goes out, in one window and by keys alone. */
@NullUnmarked
class CurationByKeysTest {
  @TempDir Path user;
  @TempDir Path folder;
  private final AtomicInteger moved = new AtomicInteger();
  private OpenedWindow window;

  @BeforeEach
  void open() {
    window = OpenedWindow.onSample(user);
    window.run(
        () ->
            window
                .shell()
                .stage()
                .addEventFilter(MouseEvent.ANY, event -> moved.incrementAndGet()));
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void aDictionaryComesInIsReviewedMendedAndGoesOutWithoutTheMouse() throws Exception {
    bringIn();
    reviewWhatCameIn();
    reviewSuggestions();
    reviewSuspects();
    mendInTheTable();
    clean();
    List<Anchor> all = window.get(this::anchors);
    assertThat(all).extracting(Anchor::origin).as("where each came from").doesNotContain("");
    assertThat(all).extracting(Anchor::author).doesNotContain("");

    Path file = folder.resolve("mine.tsv");
    window.run(
        () -> window.shell().window().places().anchors().askBy((chooser, owner) -> file.toFile()));
    window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);
    window.await("asked", () -> "export-accepted".equals(id()));
    window.press(KeyCode.ENTER);
    window.await("written", () -> Files.exists(file) && lookup("#export-save") == null);
    window.awaitQuiet();
    assertThat(DictionaryFiles.read(file, DictionaryOptions.AS_WRITTEN).pairs())
        .containsExactlyElementsOf(
            all.stream()
                .filter(anchor -> anchor.status() == AnchorStatus.ACCEPTED)
                .map(Anchor::pair)
                .toList());
    assertThat(moved).as("events of the mouse").hasValue(0);
  }

  private void bringIn() throws Exception {
    Path file =
        Files.write(
            folder.resolve("field.tsv"),
            List.of(
                "source\ttarget\tstatus",
                "country\tරටේ\tcandidate",
                "brook\tඔය\tcandidate",
                "(doctor)\tවෛද්‍ය\taccepted",
                "d,e\tද\t"));
    List<File> chosen = List.of(file.toFile());
    window.run(() -> window.shell().window().actions().choosing((chooser, owner) -> chosen));
    window.press(KeyCode.CONTROL, KeyCode.I);
    window.await(
        "seen before it is written",
        () -> {
          var asked = window.workbench().imports().pendingProperty().get();
          return asked != null && asked.previewProperty().get() != null;
        });
    assertThat(window.get(() -> anchors().size())).isEqualTo(1039);
    window.press(KeyCode.ENTER);
    window.await("three came in, one was refused", () -> anchors().size() == 1042);
    window.awaitQuiet();
  }

  private void reviewWhatCameIn() {
    window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
    window.await("a card", () -> card() != null);
    window.press(KeyCode.RIGHT);
    window.press(KeyCode.RIGHT);
    window.await("what came in", () -> isCard(ReviewQueue.IMPORTED, "country"));
    window.awaitQuiet();
    window.press(KeyCode.A);
    window.await("inflections are offered", () -> isVisible("#family"));
    assertThat(window.get(() -> status("country", "රටේ"))).isEqualTo(AnchorStatus.ACCEPTED);
    window.press(KeyCode.L);
    window.await("looked at", () -> isVisible("#family-members"));
    int before = window.get(() -> anchors().size());
    window.press(KeyCode.A);
    window.await("accepted as a group", () -> anchors().size() > before);
    assertThat(window.get(() -> anchors().getLast()))
        .returns("inflection", Anchor::origin)
        .returns(List.of("inflection-of:country"), Anchor::tags);

    window.await("the next", () -> isCard(ReviewQueue.IMPORTED, "brook"));
    window.press(KeyCode.E);
    window.awaitFocus(TextField.class);
    window.type("stream");
    window.press(KeyCode.ENTER);
    window.await("edited and accepted", () -> status("stream", "ඔය") == AnchorStatus.ACCEPTED);
    window.await("none waits", () -> card() == null);
  }

  private void reviewSuggestions() {
    window.awaitQuiet();
    window.press(KeyCode.LEFT);
    window.await("the queue before", () -> queue() == ReviewQueue.SUSPECT);
    window.press(KeyCode.LEFT);
    window.await("the first queue", () -> queue() == ReviewQueue.SUGGESTED);
    window.await("a suggestion", () -> card() != null && card().queue() == ReviewQueue.SUGGESTED);
    window.awaitQuiet();
    WordPair accepted = judge(KeyCode.A);
    assertThat(status(accepted)).isEqualTo(AnchorStatus.ACCEPTED);
    WordPair rejected = judge(KeyCode.DIGIT2);
    assertThat(window.get(() -> of(rejected).tags())).containsExactly("rejected:other-sense");
    WordPair unsure = judge(KeyCode.S);
    assertThat(status(unsure)).isEqualTo(AnchorStatus.UNSURE);

    ReviewCard inflected = window.get(this::card);
    window.press(KeyCode.I);
    window.awaitFocus(TextField.class);
    window.type("lemma");
    window.press(KeyCode.ENTER);
    window.await(
        "the unknown word is asked about",
        () -> window.shell().scene().getRoot().lookup("#entry-objection").isVisible());
    window.press(KeyCode.ENTER);
    window.await("an inflection", () -> of(inflected.pair()) != null);
    assertThat(window.get(() -> of(inflected.pair())))
        .returns(AnchorStatus.ACCEPTED, Anchor::status)
        .returns(List.of("inflection-of:lemma"), Anchor::tags);
    window.await("the next", () -> card() != null && !card().equals(inflected));

    ReviewCard noted = window.get(this::card);
    window.press(KeyCode.N);
    window.awaitFocus(TextField.class);
    window.type("seen in print");
    window.press(KeyCode.ENTER);
    window.await("noted", () -> of(noted.pair()) != null);
    assertThat(window.get(() -> of(noted.pair()).note())).isEqualTo("seen in print");
    window.press(KeyCode.SPACE);
    window.await("left as it is", () -> card() != null && !card().equals(noted));

    WordPair taken = judge(KeyCode.A);
    window.press(KeyCode.CONTROL, KeyCode.Z);
    window.await("taken back", () -> of(taken) == null && card().pair().equals(taken));
    window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
    window.await("done again", () -> of(taken) != null);
    assertThat(window.get(() -> texts(".session .status-chip"))).hasSizeGreaterThanOrEqualTo(7);
  }

  /** Presses the key of a verdict, and waits until the pair is written and the next card there. */
  private WordPair judge(KeyCode key) {
    ReviewCard now = window.get(this::card);
    window.press(key);
    window.await(
        "judged by " + key, () -> of(now.pair()) != null && card() != null && !card().equals(now));
    return now.pair();
  }

  private void reviewSuspects() {
    window.press(KeyCode.RIGHT);
    window.await("a suspect", () -> card() != null && card().queue() == ReviewQueue.SUSPECT);
    window.awaitQuiet();
    ReviewCard suspect = window.get(this::card);
    window.press(KeyCode.R);
    window.await("rejected", () -> anchor(suspect.anchor()).status() == AnchorStatus.REJECTED);
    // Pace, agreement with the audit and the effect on P@1 stand beside the card.
    window.awaitQuiet();
    window.await(
        "what the session came to",
        () -> {
          List<String> said = texts(".session-figures > *");
          return after(said, "Pairs a minute").matches("–|\\d+")
              && after(said, "Same as the audit").equals("1 / 1")
              && after(said, "P@1, CSLS").matches("42\\.0 → \\d\\d\\.\\d");
        });
  }

  private static String after(List<String> said, String name) {
    int place = said.indexOf(name);
    return place < 0 ? "" : said.get(place + 1);
  }

  private void mendInTheTable() {
    window.press(KeyCode.CONTROL, KeyCode.DIGIT2);
    TableView<?> table = window.awaitFocus(TableView.class);
    window.press(KeyCode.HOME);
    window.await("the first row", () -> table.getSelectionModel().getSelectedIndex() == 0);
    Anchor first = window.get(() -> anchors().getFirst());
    window.press(KeyCode.R);
    window.await("rejected", () -> anchor(first.id()).status() == AnchorStatus.REJECTED);
    window.press(KeyCode.CONTROL, KeyCode.Z);
    window.await("taken back", () -> anchor(first.id()).status() == AnchorStatus.ACCEPTED);
  }

  private void clean() {
    window.press(KeyCode.CONTROL, KeyCode.L);
    window.await(
        "looked through",
        () -> lookup("#cleaning-apply") != null && !lookup("#cleaning-apply").isDisabled());
    window.awaitFocus(TableView.class);
    window.press(KeyCode.ENTER);
    window.await("cleaned", () -> status("doctor", "වෛද්‍ය") == AnchorStatus.ACCEPTED);
    window.awaitQuiet();
  }

  @Test
  void aCardShowsWhatIsKnownOfItsPair() {
    window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
    window.await("its neighbours", () -> links(0, 0).size() > 3);
    window.awaitQuiet();
    window.run(() -> window.shell().scene().getRoot().layout());
    ReviewCard card = window.get(this::card);
    String source = card.pair().source();
    String target = card.pair().target();

    assertThat(window.get(() -> texts(".card-word"))).containsExactly(source, target);
    List<Text> words =
        window.get(
            () -> lookupAll(".card-word .paragraph-word").stream().map(Text.class::cast).toList());
    double plain = window.get(() -> ((Label) lookup(".card-latin")).getFont().getSize());
    assertThat(words).allMatch(word -> word.getFont().getSize() >= 1.8 * plain, "large");
    assertThat(window.get(() -> texts(".card-latin")))
        .containsExactly(" ", Iso15919.toLatin(target));
    assertThat(window.get(() -> texts(".card-words .text-muted")))
        .contains(
            "English · frequency rank " + rank(Side.SOURCE, source),
            "Sinhala · frequency rank " + rank(Side.TARGET, target));

    // Why it is suggested: CSLS, margin and cosine, as they were measured.
    assertThat(window.get(this::told))
        .contains(
            "the other’s best by CSLS (%.3f)".formatted(card.suggestion().csls()),
            "ahead of the next by %.3f".formatted(card.suggestion().margin()),
            "cosine %.3f".formatted(card.suggestion().cosine()));

    // Neighbours of both words, across and at home, each in its language.
    assertThat(window.get(() -> links(0, 0))).hasSizeBetween(4, 8).allMatch(Iso15919::isSinhala);
    assertThat(window.get(() -> links(0, 1))).hasSizeBetween(4, 8).noneMatch(Iso15919::isSinhala);
    assertThat(window.get(() -> links(1, 0))).hasSizeBetween(4, 8).noneMatch(Iso15919::isSinhala);
    assertThat(window.get(() -> links(1, 1))).hasSizeBetween(4, 8).allMatch(Iso15919::isSinhala);
    assertThat(window.get(() -> links(0, 0))).contains(target);
    assertThat(window.get(() -> links(1, 0))).contains(source);
    assertThat(window.get(() -> texts("#card-similar .label"))).startsWith("ACCEPTED NEARBY");

    // Where the source word lay, where it lies now, and the target.
    assertThat(window.get(() -> isVisible("#mini-map"))).isTrue();
    Circle before = (Circle) window.get(() -> lookup(".mini-map-before"));
    Circle after = (Circle) window.get(() -> lookup(".mini-map-after"));
    assertThat(List.of(before.isVisible(), after.isVisible(), isVisible(".mini-map-target")))
        .containsOnly(true);
    assertThat(
            Math.hypot(
                before.getTranslateX() - after.getTranslateX(),
                before.getTranslateY() - after.getTranslateY()))
        .as("points that the mapping moved it")
        .isGreaterThan(2);
  }

  private String rank(Side side, String word) {
    int row = window.get(() -> window.workbench().space(side).vocabulary().row(word));
    return "%,d".formatted(row + 1);
  }

  /** The words of one list of neighbours: by column and row of its grid. */
  private List<String> links(int column, int row) {
    return lookupAll(".card-around .hyperlink").stream()
        .filter(link -> place(link).equals(List.of(column, row)))
        .map(link -> ((Hyperlink) link).getText())
        .toList();
  }

  private static List<Integer> place(Node link) {
    Node list = link.getParent().getParent();
    return List.of(GridPane.getColumnIndex(list), GridPane.getRowIndex(list));
  }

  /** Why the card is shown. */
  private String told() {
    return lookup(".card-told .paragraph").getAccessibleText();
  }

  private ReviewViewModel model() {
    return window.shell().window().places().review().model();
  }

  private ReviewCard card() {
    return model().cardProperty().get();
  }

  private boolean isCard(ReviewQueue queue, String source) {
    ReviewCard card = card();
    return card != null && card.queue() == queue && card.pair().source().equals(source);
  }

  private List<Anchor> anchors() {
    return window.workbench().anchorsProperty().get().anchors();
  }

  private Anchor anchor(long id) {
    return window.workbench().anchorsProperty().get().get(id);
  }

  private Anchor of(WordPair pair) {
    return anchors().reversed().stream()
        .filter(anchor -> anchor.pair().equals(pair))
        .findFirst()
        .orElse(null);
  }

  private AnchorStatus status(WordPair pair) {
    return window.get(() -> of(pair).status());
  }

  private AnchorStatus status(String source, String target) {
    Anchor anchor = of(new WordPair(source, target));
    return anchor == null ? null : anchor.status();
  }

  private ReviewQueue queue() {
    return window.shell().window().places().review().model().queueProperty().get();
  }

  private String id() {
    Node focus = window.shell().scene().getFocusOwner();
    return focus == null ? null : focus.getId();
  }

  private Node lookup(String selector) {
    return window.shell().scene().getRoot().lookup(selector);
  }

  private List<Node> lookupAll(String selector) {
    return List.copyOf(window.shell().scene().getRoot().lookupAll(selector));
  }

  private boolean isVisible(String selector) {
    Node found = lookup(selector);
    return found != null && found.isVisible();
  }

  private List<String> texts(String selector) {
    return lookupAll(selector).stream()
        .filter(node -> node instanceof Labeled || node instanceof Paragraph)
        .map(node -> node instanceof Labeled text ? text.getText() : node.getAccessibleText())
        .toList();
  }
}
