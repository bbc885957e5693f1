package setu.gui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import setu.core.align.ReviewCard;
import setu.core.anchor.Anchor;
import setu.core.anchor.AnchorStatus;
import setu.core.anchor.Draft;
import setu.core.evaluate.LiveLoop;
import setu.core.evaluate.TranslationScore.Direction;

/** The whole curation loop without a mouse. */
@NullUnmarked
class KeyboardTest extends SampleTable {
  @Test
  void curatesByKeysAlone() {
    window.press(KeyCode.CONTROL, KeyCode.DIGIT2);
    window.awaitFocus(TableView.class);
    window.press(KeyCode.HOME);
    window.await("the first row", () -> table.row() == 0);
    assertThat(table.anchor(0).source()).isEqualTo("mother");

    // Edit the source word, go on to the target with Tab, and take both with Enter.
    LiveLoop.Answer before = answer();
    window.press(KeyCode.E);
    window.awaitFocus(TextField.class);
    window.type("river");
    window.press(KeyCode.TAB);
    window.await("the source word", () -> table.anchor(0).source().equals("river"));
    window.awaitFocus(TextField.class);
    window.await("the source word in its cell", () -> "river".equals(firstCell()));
    window.type("ගඟ");
    window.press(KeyCode.ENTER);
    window.await("the target word", () -> table.anchor(0).target().equals("ගඟ"));
    assertThat(table.anchor(0).source()).as("the first edit stands").isEqualTo("river");
    window.awaitFocus(TableView.class);
    awaitAnswerAfter(before, 1039);

    // Judge.
    before = answer();
    window.press(KeyCode.R);
    window.await("rejected", () -> table.anchor(0).status() == AnchorStatus.REJECTED);
    awaitAnswerAfter(before, 1038);
    window.await(
        "what the edit changed",
        () -> topBar().stream().anyMatch(text -> text.matches("\\d+ words? gained · \\d+ lost")));
    before = answer();
    window.press(KeyCode.A);
    window.await("accepted", () -> table.anchor(0).status() == AnchorStatus.ACCEPTED);
    awaitAnswerAfter(before, 1039);

    // Add a pair and come back to the table.
    before = answer();
    window.press(KeyCode.INSERT);
    window.type("river");
    window.press(KeyCode.ENTER);
    window.type("දිය");
    window.press(KeyCode.ENTER);
    window.await("added", () -> table.anchors().size() == 1040);
    assertThat(table.anchors().getLast())
        .returns("river", Anchor::source)
        .returns("දිය", Anchor::target);
    window.press(KeyCode.ESCAPE);
    window.awaitFocus(TableView.class);
    awaitAnswerAfter(before, 1040);

    // Delete that last row, take that back, do it again.
    before = answer();
    window.press(KeyCode.END);
    window.await("the last row", () -> table.row() == 1039);
    window.press(KeyCode.DELETE);
    window.await("deleted", () -> table.anchors().size() == 1039);
    assertThat(table.anchors().getLast().target()).isNotEqualTo("දිය");
    awaitAnswerAfter(before, 1039);
    window.press(KeyCode.CONTROL, KeyCode.Z);
    window.await("undone", () -> table.anchors().size() == 1040);
    window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
    window.await("redone", () -> table.anchors().size() == 1039);
  }

  /** What the first drawn cell of the first row shows. */
  private static String firstCell() {
    return table.lookup(".table-view").lookupAll(".table-row-cell").stream()
        .map(TableRow.class::cast)
        .filter(row -> row.getIndex() == 0 && row.isVisible())
        .flatMap(row -> ((Parent) row).getChildrenUnmodifiable().stream())
        .map(cell -> ((TableCell<?, ?>) cell).getText())
        .findFirst()
        .orElse(null);
  }

  @Test
  void keysOfALayoutWithoutKeyCodesWorkInTheTable() {
    window.press(KeyCode.CONTROL, KeyCode.DIGIT2);
    window.awaitFocus(TableView.class);
    window.press(KeyCode.HOME);
    window.await("the first row", () -> table.row() == 0);
    // What R, S and A type under the Wijesekara layout; Latin letters without a code.
    withoutCode("\u0DBB");
    window.await("rejected", () -> table.anchor(0).status() == AnchorStatus.REJECTED);
    withoutCode("\u0DD2");
    window.await("unsure", () -> table.anchor(0).status() == AnchorStatus.UNSURE);
    withoutCode("r");
    window.await("rejected again", () -> table.anchor(0).status() == AnchorStatus.REJECTED);
    withoutCode("\u0DCA");
    window.await("accepted", () -> table.anchor(0).status() == AnchorStatus.ACCEPTED);
    // In a cell they are text.
    withoutCode("\u0DD0");
    TextField cell = window.awaitFocus(TextField.class);
    withoutCode("\u0DBB");
    assertThat(window.get(() -> cell.getText())).endsWith("\u0DBB");
    window.press(KeyCode.ESCAPE);
    window.awaitFocus(TableView.class);
    assertThat(window.get(() -> table.anchor(0).status())).isEqualTo(AnchorStatus.ACCEPTED);
    withoutCode("\u0D89");
    window.awaitFocus(ListView.class);
    window.press(KeyCode.ESCAPE);
    window.awaitFocus(TableView.class);
    withoutCode("\u0DD9");
    TextField filter = window.awaitFocus(TextField.class);
    assertThat(window.get(() -> filter.getText())).isEmpty();
    window.press(KeyCode.ESCAPE);
    window.awaitFocus(TableView.class);
  }

  /** Presses a key of which only the letter is known. */
  private void withoutCode(String letter) {
    window.run(
        () ->
            window
                .shell()
                .scene()
                .getFocusOwner()
                .fireEvent(
                    new KeyEvent(
                        KeyEvent.KEY_PRESSED,
                        KeyEvent.CHAR_UNDEFINED,
                        "",
                        KeyCode.UNDEFINED,
                        false,
                        false,
                        false,
                        false)));
    window.type(letter);
  }

  @Test
  void saysWhichAddedWordIsUnknown() {
    int before = table.anchors().size();
    window.press(KeyCode.CONTROL, KeyCode.DIGIT2);
    window.press(KeyCode.INSERT);
    window.awaitFocus(TextField.class);
    window.type("housex");
    window.press(KeyCode.ENTER);
    window.type("ගෙදර");
    window.press(KeyCode.ENTER);
    window.await("added", () -> table.anchors().size() == before + 1);
    window.await(
        "what is unknown",
        () ->
            window.workbench().notices().stream()
                .anyMatch(
                    notice ->
                        notice.text().startsWith("“housex” is not in the English vocabulary")
                            && notice.text().contains("Did you mean house")));
    window.press(KeyCode.ESCAPE);
    window.awaitFocus(TableView.class);
    window.await("its row is chosen", () -> table.row() == before);
    window.press(KeyCode.E);
    window.awaitFocus(TextField.class);
    TableCell<?, ?> cell = (TableCell<?, ?>) window.focus().getParent();
    assertThat(window.get(cell::getIndex)).isEqualTo(before);
    assertThat(text((TextField) window.focus())).isEqualTo("housex");
    window.press(KeyCode.ESCAPE);
    window.awaitFocus(TableView.class);
    window.run(() -> window.workbench().undo());
    window.await("taken back", () -> table.anchors().size() == before);
    window.await(
        "the warning goes with the pair",
        () ->
            window.workbench().notices().stream()
                .noneMatch(notice -> notice.text().startsWith("“housex”")));
  }

  @Test
  void goesToThePairThatIsThereInsteadOfAddingItAgain() {
    int before = table.anchors().size();
    Anchor there = table.anchor(30);
    window.press(KeyCode.CONTROL, KeyCode.DIGIT2);
    table.chooseRow(10);
    window.press(KeyCode.INSERT);
    window.type(there.source());
    window.press(KeyCode.ENTER);
    window.type(there.target());
    window.press(KeyCode.ENTER);
    window.await(
        "it is told",
        () ->
            window.workbench().notices().stream()
                .anyMatch(notice -> notice.text().contains("is there already")));
    assertThat(table.anchors()).hasSize(before);
    window.press(KeyCode.ESCAPE);
    window.awaitFocus(TableView.class);
    window.await("its row is chosen", () -> table.row() == 30);

    // An edit that would make two rows the same: the word stays, and is shown again.
    window.run(
        () ->
            window
                .workbench()
                .addAnchors(
                    List.of(
                        Draft.accepted("brook", "qqzz", "edit"),
                        Draft.accepted("brook", "ඔය", "edit"))));
    window.await("added", () -> table.anchors().size() == before + 2);
    table.chooseRow(before + 1);
    window.press(KeyCode.E);
    window.awaitFocus(TextField.class);
    window.press(KeyCode.TAB);
    window.await(
        "the target", () -> window.focus() instanceof TextField field && text(field).equals("ඔය"));
    window.run(() -> ((TextField) window.focus()).setText("qqzz"));
    window.press(KeyCode.ENTER);
    window.await("the row that says so is chosen", () -> table.row() == before);
    assertThat(table.anchor(before + 1).target()).isEqualTo("ඔය");
    window.await("as it is", () -> cells(before + 1).contains("ඔය"));
    window.run(() -> window.workbench().undo());
    window.await("taken back", () -> table.anchors().size() == before);
  }

  /** What the cells of a row show. */
  private static List<String> cells(int index) {
    return table.lookup(".table-view").lookupAll(".table-row-cell").stream()
        .map(TableRow.class::cast)
        .filter(row -> row.getIndex() == index && row.isVisible())
        .flatMap(row -> ((Parent) row).getChildrenUnmodifiable().stream())
        .map(cell -> ((TableCell<?, ?>) cell).getText())
        .toList();
  }

  @Test
  void insertInACellTakesWhatWasTypedThereAndAddsAPair() {
    int before = table.anchors().size();
    String word = table.anchor(20).source();
    window.press(KeyCode.CONTROL, KeyCode.DIGIT2);
    table.chooseRow(20);
    window.press(KeyCode.E);
    window.awaitFocus(TextField.class);
    window.type("brooks");
    window.press(KeyCode.INSERT);
    window.await("what was typed", () -> table.anchor(20).source().equals("brooks"));
    window.await(
        "the field for a new pair",
        () ->
            window.focus() instanceof TextField field && !(field.getParent() instanceof TableCell));
    window.type("river");
    window.press(KeyCode.ENTER);
    window.type("දිය");
    window.press(KeyCode.ENTER);
    window.await("added", () -> table.anchors().size() == before + 1);
    window.press(KeyCode.ESCAPE);
    window.awaitFocus(TableView.class);
    window.await("its row is chosen", () -> table.row() == before);
    window.run(() -> window.workbench().undo());
    window.run(() -> window.workbench().undo());
    window.await("taken back", () -> table.anchor(20).source().equals(word));
    window.await("both", () -> table.anchors().size() == before);
  }

  @Test
  void givesAnEditUpWithEscape() {
    List<Anchor> before = table.anchors();
    window.press(KeyCode.CONTROL, KeyCode.DIGIT2);
    window.press(KeyCode.E);
    window.type("nothing");
    window.press(KeyCode.ESCAPE);
    window.awaitFocus(TableView.class);
    assertThat(table.anchors()).isEqualTo(before);
  }

  /** The table chooses its row again when an edit made elsewhere exchanges rows. */
  @Test
  void aJudgementInReviewDoesNotSelectTheRowChosenInTheTable() {
    int before = table.anchors().size();
    window.press(KeyCode.CONTROL, KeyCode.DIGIT2);
    table.chooseRow(10);
    window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
    window.await("a card", () -> card() != null);
    window.awaitQuiet();
    window.press(KeyCode.A);
    window.await("accepted", () -> table.anchors().size() == before + 1);
    window.awaitQuiet();
    window.await(
        "the card's word is selected",
        () ->
            window
                .workbench()
                .word(window.workbench().selectedProperty().get())
                .equals(card().pair().source()));
    window.press(KeyCode.CONTROL, KeyCode.Z);
    window.await("taken back", () -> table.anchors().size() == before);
  }

  private static ReviewCard card() {
    return window.shell().window().places().review().model().cardProperty().get();
  }

  @Test
  void theMenuIsOpenedByAKey() {
    window.press(KeyCode.CONTROL, KeyCode.DIGIT2);
    window.awaitFocus(TableView.class);
    MenuButton menu = (MenuButton) table.lookup(".app-menu");
    window.press(KeyCode.F10);
    window.await("the menu", menu::isShowing);
    window.run(menu::hide);
  }

  @Test
  void theWordLookedAtIsTheCardsAgainWhenReviewIsShownAgain() {
    window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
    window.await("a card", () -> card() != null);
    window.press(KeyCode.CONTROL, KeyCode.DIGIT2);
    table.chooseRow(10);
    String word = table.anchor(10).source();
    window.await("the row's word", () -> selected().equals(word));
    window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
    window.await("the card's word", () -> selected().equals(card().pair().source()));
  }

  private static String selected() {
    return window.workbench().word(window.workbench().selectedProperty().get());
  }

  private static String text(TextField field) {
    return window.get(field::getText);
  }

  /** The scores of an edit are there, exact, and stand in the head of the window. */
  private void awaitAnswerAfter(LiveLoop.Answer before, int anchors) {
    window.await(
        "the scores answer",
        () -> {
          LiveLoop.Answer now = answerHere();
          return now != null
              && !now.equals(before)
              && now.exact()
              && now.anchors().size() == anchors;
        });
    // Of two edits in a row the first may be answered too: the head shows the newest answer.
    window.await("the score in the head", () -> topBar().contains(precisionShown()));
  }

  private String precisionShown() {
    double precision = answer().score(Direction.FORWARD, "csls").precision().at1();
    return String.format(Locale.ROOT, "%.1f", precision);
  }

  private LiveLoop.Answer answerHere() {
    return window.workbench().answerProperty().get();
  }

  private LiveLoop.Answer answer() {
    return window.get(this::answerHere);
  }

  private List<String> topBar() {
    return window.get(
        () ->
            window.shell().scene().getRoot().lookupAll(".top-bar .label").stream()
                .map(node -> ((Label) node).getText())
                .toList());
  }
}
