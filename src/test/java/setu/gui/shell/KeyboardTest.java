package setu.gui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.robot.Robot;
import javafx.stage.Window;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import setu.core.align.ReviewCard;
import setu.core.anchor.Anchor;
import setu.core.anchor.AnchorStatus;
import setu.core.anchor.Draft;
import setu.core.evaluate.LiveLoop;
import setu.core.evaluate.TranslationScore.Direction;
import setu.gui.anchors.CleaningViewModel;

/** The whole curation loop without a mouse. */
@NullUnmarked
class KeyboardTest {
  @TempDir static Path folder;
  private static OpenedWindow window;

  @BeforeAll
  static void open() {
    window = OpenedWindow.onSample(folder);
  }

  @AfterAll
  static void close() {
    window.close();
  }

  @Test
  void curatesByKeysAlone() {
    window.press(KeyCode.CONTROL, KeyCode.DIGIT2);
    window.awaitFocus(TableView.class);
    window.press(KeyCode.HOME);
    window.await("the first row", () -> row() == 0);
    assertThat(anchor(0).source()).isEqualTo("mother");

    // Edit the source word, go on to the target with Tab, and take both with Enter.
    LiveLoop.Answer before = answer();
    window.press(KeyCode.E);
    window.awaitFocus(TextField.class);
    window.type("river");
    window.press(KeyCode.TAB);
    window.await("the source word", () -> anchor(0).source().equals("river"));
    window.awaitFocus(TextField.class);
    window.await("the source word in its cell", () -> "river".equals(firstCell()));
    window.type("ගඟ");
    window.press(KeyCode.ENTER);
    window.await("the target word", () -> anchor(0).target().equals("ගඟ"));
    assertThat(anchor(0).source()).as("the first edit stands").isEqualTo("river");
    window.awaitFocus(TableView.class);
    awaitAnswerAfter(before, 1039);

    // Judge.
    before = answer();
    window.press(KeyCode.R);
    window.await("rejected", () -> anchor(0).status() == AnchorStatus.REJECTED);
    awaitAnswerAfter(before, 1038);
    window.await(
        "what the edit changed",
        () -> topBar().stream().anyMatch(text -> text.matches("\\d+ words? gained · \\d+ lost")));
    before = answer();
    window.press(KeyCode.A);
    window.await("accepted", () -> anchor(0).status() == AnchorStatus.ACCEPTED);
    awaitAnswerAfter(before, 1039);

    // Add a pair and come back to the table.
    before = answer();
    window.press(KeyCode.INSERT);
    window.type("river");
    window.press(KeyCode.ENTER);
    window.type("දිය");
    window.press(KeyCode.ENTER);
    window.await("added", () -> anchors().size() == 1040);
    assertThat(anchors().getLast()).returns("river", Anchor::source).returns("දිය", Anchor::target);
    window.press(KeyCode.ESCAPE);
    window.awaitFocus(TableView.class);
    awaitAnswerAfter(before, 1040);

    // Delete that last row, take that back, do it again.
    before = answer();
    window.press(KeyCode.END);
    window.await("the last row", () -> row() == 1039);
    window.press(KeyCode.DELETE);
    window.await("deleted", () -> anchors().size() == 1039);
    assertThat(anchors().getLast().target()).isNotEqualTo("දිය");
    awaitAnswerAfter(before, 1039);
    window.press(KeyCode.CONTROL, KeyCode.Z);
    window.await("undone", () -> anchors().size() == 1040);
    window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
    window.await("redone", () -> anchors().size() == 1039);
  }

  /** What the first drawn cell of the first row shows. */
  private static String firstCell() {
    return lookup(".table-view").lookupAll(".table-row-cell").stream()
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
    window.await("the first row", () -> row() == 0);
    // What R, S and A type under the Wijesekara layout; Latin letters without a code.
    withoutCode("\u0DBB");
    window.await("rejected", () -> anchor(0).status() == AnchorStatus.REJECTED);
    withoutCode("\u0DD2");
    window.await("unsure", () -> anchor(0).status() == AnchorStatus.UNSURE);
    withoutCode("r");
    window.await("rejected again", () -> anchor(0).status() == AnchorStatus.REJECTED);
    withoutCode("\u0DCA");
    window.await("accepted", () -> anchor(0).status() == AnchorStatus.ACCEPTED);
    // In a cell they are text.
    withoutCode("\u0DD0");
    TextField cell = window.awaitFocus(TextField.class);
    withoutCode("\u0DBB");
    assertThat(window.get(() -> cell.getText())).endsWith("\u0DBB");
    window.press(KeyCode.ESCAPE);
    window.awaitFocus(TableView.class);
    assertThat(window.get(() -> anchor(0).status())).isEqualTo(AnchorStatus.ACCEPTED);
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
    int before = anchors().size();
    window.press(KeyCode.CONTROL, KeyCode.DIGIT2);
    window.press(KeyCode.INSERT);
    window.awaitFocus(TextField.class);
    window.type("housex");
    window.press(KeyCode.ENTER);
    window.type("ගෙදර");
    window.press(KeyCode.ENTER);
    window.await("added", () -> anchors().size() == before + 1);
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
    window.await("its row is chosen", () -> row() == before);
    window.press(KeyCode.E);
    window.awaitFocus(TextField.class);
    TableCell<?, ?> cell = (TableCell<?, ?>) window.focus().getParent();
    assertThat(window.get(cell::getIndex)).isEqualTo(before);
    assertThat(text((TextField) window.focus())).isEqualTo("housex");
    window.press(KeyCode.ESCAPE);
    window.awaitFocus(TableView.class);
    window.run(() -> window.workbench().undo());
    window.await("taken back", () -> anchors().size() == before);
    window.await(
        "the warning goes with the pair",
        () ->
            window.workbench().notices().stream()
                .noneMatch(notice -> notice.text().startsWith("“housex”")));
  }

  @Test
  void goesToThePairThatIsThereInsteadOfAddingItAgain() {
    int before = anchors().size();
    Anchor there = anchor(30);
    window.press(KeyCode.CONTROL, KeyCode.DIGIT2);
    chooseRow(10);
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
    assertThat(anchors()).hasSize(before);
    window.press(KeyCode.ESCAPE);
    window.awaitFocus(TableView.class);
    window.await("its row is chosen", () -> row() == 30);

    // An edit that would make two rows the same: the word stays, and is shown again.
    window.run(
        () ->
            window
                .workbench()
                .addAnchors(
                    List.of(
                        Draft.accepted("brook", "qqzz", "edit"),
                        Draft.accepted("brook", "ඔය", "edit"))));
    window.await("added", () -> anchors().size() == before + 2);
    chooseRow(before + 1);
    window.press(KeyCode.E);
    window.awaitFocus(TextField.class);
    window.press(KeyCode.TAB);
    window.await(
        "the target", () -> window.focus() instanceof TextField field && text(field).equals("ඔය"));
    window.run(() -> ((TextField) window.focus()).setText("qqzz"));
    window.press(KeyCode.ENTER);
    window.await("the row that says so is chosen", () -> row() == before);
    assertThat(anchor(before + 1).target()).isEqualTo("ඔය");
    window.await("as it is", () -> cells(before + 1).contains("ඔය"));
    window.run(() -> window.workbench().undo());
    window.await("taken back", () -> anchors().size() == before);
  }

  /** What the cells of a row show. */
  private static List<String> cells(int index) {
    return lookup(".table-view").lookupAll(".table-row-cell").stream()
        .map(TableRow.class::cast)
        .filter(row -> row.getIndex() == index && row.isVisible())
        .flatMap(row -> ((Parent) row).getChildrenUnmodifiable().stream())
        .map(cell -> ((TableCell<?, ?>) cell).getText())
        .toList();
  }

  @Test
  void insertInACellTakesWhatWasTypedThereAndAddsAPair() {
    int before = anchors().size();
    String word = anchor(20).source();
    window.press(KeyCode.CONTROL, KeyCode.DIGIT2);
    chooseRow(20);
    window.press(KeyCode.E);
    window.awaitFocus(TextField.class);
    window.type("brooks");
    window.press(KeyCode.INSERT);
    window.await("what was typed", () -> anchor(20).source().equals("brooks"));
    window.await(
        "the field for a new pair",
        () ->
            window.focus() instanceof TextField field && !(field.getParent() instanceof TableCell));
    window.type("river");
    window.press(KeyCode.ENTER);
    window.type("දිය");
    window.press(KeyCode.ENTER);
    window.await("added", () -> anchors().size() == before + 1);
    window.press(KeyCode.ESCAPE);
    window.awaitFocus(TableView.class);
    window.await("its row is chosen", () -> row() == before);
    window.run(() -> window.workbench().undo());
    window.run(() -> window.workbench().undo());
    window.await("taken back", () -> anchor(20).source().equals(word));
    window.await("both", () -> anchors().size() == before);
  }

  @Test
  void takesATwinByAKeyOrAClick() {
    int before = anchors().size();
    window.press(KeyCode.CONTROL, KeyCode.DIGIT2);
    window.run(
        () ->
            window
                .workbench()
                .addAnchors(
                    List.of(
                        Draft.accepted("physician", "වෛද්ය", "edit"),
                        Draft.accepted("mediums", "මාධ්ය", "edit"),
                        Draft.accepted("query", "ප්රශ්නය", "edit"))));
    window.await("added", () -> anchors().size() == before + 3);
    chooseRow(before);
    window.press(KeyCode.T);
    window.await("the twin by key", () -> anchor(before).target().equals("වෛද්\u200dය"));

    chooseRow(before + 1);
    window.await("its button", () -> twinButton(before + 1) != null);
    assertThat(window.get(() -> twinButton(before + 1).getText())).isEqualTo("+U+200D");
    window.run(() -> twinButton(before + 1).fire());
    window.await("the twin by click", () -> anchor(before + 1).target().equals("මාධ්\u200dය"));
    window.await("the button is gone", () -> twinButton(before + 1) == null);

    // Two twins, one with the old encoding: a menu asks which.
    chooseRow(before + 2);
    window.press(KeyCode.T);
    window.await("the menu", () -> menu() != null);
    assertThat(window.get(() -> menu().getItems()))
        .extracting(MenuItem::getText)
        .anyMatch(text -> text.contains("ප්\u200dරශ්නය") && text.contains("U+200D as letter 3"))
        .hasSize(2);
    window.run(
        () -> {
          ContextMenu menu = menu();
          menu.getItems().stream()
              .filter(item -> item.getText().contains("ප්\u200dරශ්නය"))
              .findFirst()
              .orElseThrow()
              .fire();
          menu.hide();
        });
    window.await("the chosen twin", () -> anchor(before + 2).target().equals("ප්\u200dරශ්නය"));
    for (int undo = 0; undo < 4; undo++) {
      window.run(() -> window.workbench().undo());
    }
    window.await("all taken back", () -> anchors().size() == before);
  }

  @Test
  void cleansTheDictionaryAfterALookAtIt() {
    int before = anchors().size();
    window.press(KeyCode.CONTROL, KeyCode.DIGIT2);
    window.run(() -> window.workbench().addAnchor(Draft.accepted("(doctor)", "වෛද්ය", "edit")));
    window.await("added", () -> anchors().size() == before + 1);
    window.run(() -> ((Button) lookup("#anchors-clean")).fire());
    window.await("found", () -> cleaning() != null && row("(doctor)") >= 0);
    assertThat(window.get(() -> cleaning().getColumns().get(3).getCellData(row("(doctor)"))))
        .as("its status")
        .isEqualTo("accepted");
    window.press(KeyCode.ESCAPE);
    window.await("left", () -> cleaning() == null);
    assertThat(anchor(before).source()).isEqualTo("(doctor)");

    window.run(() -> ((Button) lookup("#anchors-clean")).fire());
    window.await("found again", () -> cleaning() != null && row("(doctor)") >= 0);
    window.run(
        () -> {
          cleaning().requestFocus();
          cleaning().getSelectionModel().clearAndSelect(row("(doctor)"));
        });
    String all = window.get(() -> ((Button) lookup("#cleaning-apply")).getText());
    window.press(KeyCode.SPACE);
    window.await("left out", () -> !((Button) lookup("#cleaning-apply")).getText().equals(all));
    window.press(KeyCode.SPACE);
    window.await("taken", () -> ((Button) lookup("#cleaning-apply")).getText().equals(all));
    window.press(KeyCode.ENTER);
    window.await("applied", () -> anchor(before).source().equals("doctor"));
    window.await("the table again", () -> cleaning() == null);
    window.run(() -> window.workbench().undo());
    window.await("taken back", () -> anchor(before).source().equals("(doctor)"));
    window.run(() -> window.workbench().undo());
    window.await("all taken back", () -> anchors().size() == before);
  }

  @SuppressWarnings("unchecked")
  private static TableView<CleaningViewModel.Proposal> cleaning() {
    return (TableView<CleaningViewModel.Proposal>) lookup(".cleaning .table-view");
  }

  private static int row(String source) {
    return cleaning().getItems().stream()
        .map(proposal -> proposal.anchor().source())
        .toList()
        .indexOf(source);
  }

  private void chooseRow(int row) {
    window.run(
        () -> {
          TableView<?> table = (TableView<?>) lookup(".anchors .table-view");
          table.requestFocus();
          table.getSelectionModel().clearAndSelect(row);
          table.getFocusModel().focus(row);
          table.scrollTo(row);
        });
    window.await("row " + row, () -> this.row() == row);
  }

  private static Node lookup(String selector) {
    return window.shell().scene().getRoot().lookup(selector);
  }

  private static Button twinButton(int row) {
    return lookup(".anchors .table-view").lookupAll(".twin").stream()
        .map(Button.class::cast)
        .filter(button -> ((TableCell<?, ?>) button.getParent()).getIndex() == row)
        .findFirst()
        .orElse(null);
  }

  private static ContextMenu menu() {
    return Window.getWindows().stream()
        .filter(ContextMenu.class::isInstance)
        .map(ContextMenu.class::cast)
        .findFirst()
        .orElse(null);
  }

  /** Keys come faster than frames on a slow machine: the row gone to is not drawn yet. */
  @Test
  void editsTheRowGoneToBeforeItIsDrawn() {
    window.press(KeyCode.CONTROL, KeyCode.DIGIT2);
    window.press(KeyCode.HOME);
    awaitRow("the first row", 0, 0);
    window.run(
        () -> {
          Robot robot = new Robot();
          robot.keyType(KeyCode.END);
          robot.keyType(KeyCode.E);
          assertThat(window.focus()).isInstanceOf(TextField.class);
          robot.keyType(KeyCode.ESCAPE);
          robot.keyType(KeyCode.HOME);
          robot.keyType(KeyCode.E);
          assertThat(window.focus()).isInstanceOf(TextField.class);
          robot.keyType(KeyCode.ESCAPE);
        });
  }

  /** The wheel takes the chosen row out of sight: the keys stay with it. */
  @Test
  void editsTheChosenRowThatIsScrolledOutOfSight() {
    int last = anchors().size() - 1;
    window.press(KeyCode.CONTROL, KeyCode.DIGIT2);
    window.press(KeyCode.END);
    awaitRow("the last row", last, last);
    window.awaitQuiet();
    window.run(() -> ((TableView<?>) window.focus()).scrollTo(0));
    window.await(
        "it is out of sight",
        () ->
            window.focus().lookupAll(".table-row-cell").stream()
                .map(TableRow.class::cast)
                .noneMatch(drawn -> drawn.isVisible() && drawn.getIndex() == last));
    window.press(KeyCode.E);
    window.awaitFocus(TextField.class);
    TableCell<?, ?> cell = (TableCell<?, ?>) window.focus().getParent();
    assertThat(window.get(cell::getIndex)).isEqualTo(last);
    window.press(KeyCode.ESCAPE);
    window.awaitFocus(TableView.class);
  }

  @Test
  void saysOfAPairAgainWhatWasSaidBefore() {
    window.press(KeyCode.CONTROL, KeyCode.DIGIT2);
    chooseRow(10);
    TableView<?> table = (TableView<?>) window.focus();
    Anchor before = (Anchor) window.get(() -> table.getItems().get(10));
    window.press(KeyCode.R);
    window.await("it is rejected", () -> status(before) == AnchorStatus.REJECTED);
    window.press(KeyCode.H);
    window.await("its history is shown", () -> menu() != null);
    window.run(
        () -> {
          List<MenuItem> items = menu().getItems();
          assertThat(items.getFirst().isDisable()).as("what stands now").isTrue();
          assertThat(items.getLast().getText()).contains(before.source()).contains("accepted");
          items.getLast().fire();
          menu().hide();
        });
    window.await("it is accepted again", () -> status(before) == AnchorStatus.ACCEPTED);
  }

  @Test
  void walksDownTheRowsWhileItJudges() {
    window.press(KeyCode.CONTROL, KeyCode.DIGIT2);
    chooseRow(10);
    TableView<?> table = (TableView<?>) window.focus();
    Anchor first = (Anchor) window.get(() -> table.getItems().get(10));
    Anchor second = (Anchor) window.get(() -> table.getItems().get(11));
    window.press(KeyCode.R);
    window.await("the first judged", () -> status(first) == AnchorStatus.REJECTED);
    window.await("it stays chosen", () -> table.getSelectionModel().getSelectedIndex() == 10);
    window.press(KeyCode.DOWN);
    window.await("the next one", () -> table.getSelectionModel().getSelectedIndex() == 11);
    window.press(KeyCode.S);
    window.await("the second judged", () -> status(second) == AnchorStatus.UNSURE);
    window.press(KeyCode.CONTROL, KeyCode.Z);
    window.await("taken back", () -> status(second) == AnchorStatus.ACCEPTED);
    window.press(KeyCode.CONTROL, KeyCode.Z);
    window.await("both taken back", () -> status(first) == AnchorStatus.ACCEPTED);
  }

  private AnchorStatus status(Anchor anchor) {
    return window.workbench().anchorsProperty().get().get(anchor.id()).status();
  }

  @Test
  void givesAnEditUpWithEscape() {
    List<Anchor> before = anchors();
    window.press(KeyCode.CONTROL, KeyCode.DIGIT2);
    window.press(KeyCode.E);
    window.type("nothing");
    window.press(KeyCode.ESCAPE);
    window.awaitFocus(TableView.class);
    assertThat(anchors()).isEqualTo(before);
  }

  @Test
  void goesThroughTheTableByKeys() {
    int last = anchors().size() - 1;
    window.press(KeyCode.CONTROL, KeyCode.DIGIT2);
    window.press(KeyCode.HOME);
    awaitRow("the first row", 0, 0);
    window.press(KeyCode.DOWN);
    awaitRow("the second row", 1, 1);
    window.press(KeyCode.END);
    awaitRow("the last row", last, last);
    window.press(KeyCode.PAGE_UP);
    awaitRow("a page up", 1, last - 1);
    int up = window.get(this::row);
    window.press(KeyCode.PAGE_DOWN);
    awaitRow("a page down", up + 1, last);
    window.press(KeyCode.HOME);
    awaitRow("the first row again", 0, 0);
    window.press(KeyCode.PAGE_DOWN);
    awaitRow("a page down from there", 2, last - 1);
    window.press(KeyCode.HOME);
    awaitRow("the first row at the end", 0, 0);
  }

  @Test
  void theFilterIsReachedByAKeyAndLeftForTheTable() {
    window.press(KeyCode.CONTROL, KeyCode.DIGIT2);
    TableView<?> table = window.awaitFocus(TableView.class);
    window.press(KeyCode.F);
    TextField filter = window.awaitFocus(TextField.class);
    assertThat(filter.getId()).isEqualTo("anchors-search");
    window.type("paasala");
    window.await("narrowed", () -> !table.getItems().isEmpty() && table.getItems().size() < 50);
    window.press(KeyCode.ENTER);
    window.awaitFocus(TableView.class);
    window.press(KeyCode.F);
    window.awaitFocus(TextField.class);
    window.run(filter::clear);
    window.press(KeyCode.ESCAPE);
    window.awaitFocus(TableView.class);
    window.await("all again", () -> table.getItems().size() == anchors().size());
  }

  /** The table chooses its row again when an edit made elsewhere exchanges rows. */
  @Test
  void aJudgementInReviewDoesNotSelectTheRowChosenInTheTable() {
    int before = anchors().size();
    window.press(KeyCode.CONTROL, KeyCode.DIGIT2);
    chooseRow(10);
    window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
    window.await("a card", () -> card() != null);
    window.awaitQuiet();
    window.press(KeyCode.A);
    window.await("accepted", () -> anchors().size() == before + 1);
    window.awaitQuiet();
    window.await(
        "the card's word is selected",
        () ->
            window
                .workbench()
                .word(window.workbench().selectedProperty().get())
                .equals(card().pair().source()));
    window.press(KeyCode.CONTROL, KeyCode.Z);
    window.await("taken back", () -> anchors().size() == before);
  }

  private static ReviewCard card() {
    return window.shell().window().review().model().cardProperty().get();
  }

  @Test
  void theMenuIsOpenedByAKey() {
    window.press(KeyCode.CONTROL, KeyCode.DIGIT2);
    window.awaitFocus(TableView.class);
    MenuButton menu = (MenuButton) lookup(".app-menu");
    window.press(KeyCode.F10);
    window.await("the menu", menu::isShowing);
    window.run(menu::hide);
  }

  @Test
  void theHeadOfAColumnSortsAndTheChosenPairStaysChosen() {
    window.press(KeyCode.CONTROL, KeyCode.DIGIT2);
    chooseRow(10);
    @SuppressWarnings("unchecked")
    TableView<Anchor> table = (TableView<Anchor>) window.focus();
    Anchor chosen = anchor(10);
    window.run(() -> table.getSortOrder().add(table.getColumns().get(1)));
    window.await(
        "sorted by the target word",
        () -> {
          List<String> targets = table.getItems().stream().map(Anchor::target).toList();
          return targets.equals(targets.stream().sorted().toList());
        });
    window.await("chosen", () -> chosen.equals(table.getSelectionModel().getSelectedItem()));
    window.run(() -> table.getSortOrder().clear());
    window.await("in order of entry", () -> table.getItems().equals(anchors()));
    assertThat(window.<Integer>get(this::row)).isEqualTo(10);
  }

  /** A row of a range is chosen, and drawn: a page is counted from what is drawn. */
  private void awaitRow(String what, int first, int last) {
    window.await(
        what,
        () ->
            row() >= first
                && row() <= last
                && window.focus().lookupAll(".table-row-cell").stream()
                    .map(TableRow.class::cast)
                    .anyMatch(drawn -> drawn.isSelected() && drawn.getIndex() == row()));
  }

  private int row() {
    return ((TableView<?>) window.shell().scene().getFocusOwner())
        .getSelectionModel()
        .getSelectedIndex();
  }

  @Test
  void theWordLookedAtIsTheCardsAgainWhenReviewIsShownAgain() {
    window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
    window.await("a card", () -> card() != null);
    window.press(KeyCode.CONTROL, KeyCode.DIGIT2);
    chooseRow(10);
    String word = anchor(10).source();
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

  private List<Anchor> anchors() {
    return window.get(() -> window.workbench().anchorsProperty().get().anchors());
  }

  private Anchor anchor(int row) {
    return anchors().get(row);
  }
}
