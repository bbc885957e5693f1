package setu.gui.anchors;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import setu.core.anchor.Anchor;
import setu.core.anchor.AnchorSet;
import setu.core.anchor.AnchorStatus;
import setu.core.anchor.DictionaryEntry;
import setu.core.anchor.DoubleBlind;
import setu.core.anchor.Draft;
import setu.core.anchor.Edit;
import setu.core.anchor.SeenEdits;
import setu.core.anchor.WordPair;
import setu.core.space.EmbeddingSpace;
import setu.core.space.RomanizedFilter;
import setu.core.space.Twin;
import setu.core.task.Cancellation;
import setu.gui.common.FxTaskRunner;
import setu.gui.common.Notice;
import setu.gui.common.Shared;
import setu.gui.common.Side;
import setu.gui.common.WordChoices;
import setu.gui.common.Workbench;

/** The dictionary as a table: what is shown of it, and what a person may do with it. */
public final class AnchorsViewModel {
  /** The origin of pairs entered in the window. */
  static final String EDIT = DoubleBlind.ENTERED;

  private static final int NEAR = 4;
  private static final int LEAST_START = 3;

  private final Workbench workbench;
  private final WordChoices words;
  private AnchorCounts counts = new AnchorCounts(anchor -> true);
  private final AnchorRows rows;
  private final RomanizedFilter sounds = new RomanizedFilter();
  private final StringProperty query = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<Reduction.@Nullable Found> reduced =
      new ReadOnlyObjectWrapper<>();
  private final Map<Facet, Set<String>> chosen = new EnumMap<>(Facet.class);
  private final ReadOnlyLongWrapper measured = new ReadOnlyLongWrapper();
  private final ReadOnlyLongWrapper counted = new ReadOnlyLongWrapper();
  private final Subscription following;
  private Map<Long, Double> residuals = Map.of();
  private Cancellation measuring = Cancellation.none();
  private Cancellation counting = Cancellation.none();
  private boolean countUnderWay;
  private final ReadOnlyObjectWrapper<Set<Long>> toChoose = new ReadOnlyObjectWrapper<>(Set.of());

  /** What was told of a pair that was added, until it goes or its words are others. */
  private final Map<Anchor, List<Notice>> warnings = new HashMap<>();

  /** The table of a window's dictionary. */
  public AnchorsViewModel(Workbench workbench) {
    this.workbench = workbench;
    this.words = new WordChoices(workbench);
    rows = new AnchorRows(workbench.tasks(), this::count, workbench::fail);
    following =
        Subscription.combine(
            workbench.projectProperty().subscribe((before, now) -> recount()),
            workbench.anchorsProperty().subscribe(this::follow),
            workbench.turnedProperty().subscribe((before, now) -> choose(now)),
            workbench.sharedProperty().subscribe(this::measure));
    query.subscribe((before, now) -> narrow());
  }

  /** Stops following the workbench. */
  void dispose() {
    following.unsubscribe();
    counting.cancel();
  }

  /** Whether the rows are just being exchanged for those of a new state. */
  ReadOnlyBooleanProperty changingProperty() {
    return rows.changingProperty();
  }

  /** Whether the rows for a query, facets or an order are still being picked. */
  boolean isArranging() {
    return rows.isArranging();
  }

  /**
   * The anchors that pass query and facets, in the order asked for; picked and sorted in the
   * background.
   */
  public ObservableList<Anchor> shown() {
    return rows.shown();
  }

  /** How many anchors there are in all. */
  public int size() {
    return rows.all().size();
  }

  /**
   * What words, notes and tags must contain, in any case; empty for all. Sinhala words are found by
   * how they begin in Latin letters too.
   */
  public StringProperty queryProperty() {
    return query;
  }

  /** Keeps the rows as they are while a cell is typed in, and catches up after. */
  void hold(boolean typing) {
    rows.hold(typing);
  }

  // Facets and query.

  /** The values of a facet in the whole dictionary, with how many anchors have each. */
  public Map<String, Integer> values(Facet facet) {
    return counts.values(facet);
  }

  /** The values of a facet that are shown; none means all. */
  Set<String> chosen(Facet facet) {
    return chosen.getOrDefault(facet, Set.of());
  }

  /** Shows only anchors with one of the values; none means all. */
  public void choose(Facet facet, Set<String> values) {
    chosen.put(facet, Set.copyOf(values));
    narrow();
  }

  /** Sorts by another order; null for the order of entry, in which equals stand too. */
  void sort(@Nullable Comparator<Anchor> by) {
    rows.sort(by);
  }

  /** The small dictionary that the table is narrowed to; null for none. */
  ReadOnlyObjectProperty<Reduction.@Nullable Found> reducedProperty() {
    return reduced.getReadOnlyProperty();
  }

  /** Shows only the pairs of a small dictionary; null for all. */
  void reduce(Reduction.@Nullable Found found) {
    if (!Objects.equals(found, reduced.get())) {
      reduced.set(found);
      narrow();
    }
  }

  /** Whether the query or a facet leaves pairs out. */
  boolean filtered() {
    return !query.get().isBlank() || chosen.values().stream().anyMatch(each -> !each.isEmpty());
  }

  private void narrow() {
    String wanted = query.get().strip().toLowerCase(Locale.ROOT);
    Map<Facet, Set<String>> among = new EnumMap<>(Facet.class);
    chosen.forEach(
        (facet, values) -> {
          if (!values.isEmpty()) {
            among.put(facet, values);
          }
        });
    Reduction.Found small = reduced.get();
    if (wanted.isEmpty() && among.isEmpty() && small == null) {
      rows.narrow(null);
    } else {
      Predicate<Anchor> passing = passing(among, wanted, sounds.of(wanted));
      rows.narrow(
          small == null ? passing : passing.and(anchor -> small.ids().contains(anchor.id())));
    }
  }

  private static Predicate<Anchor> passing(
      Map<Facet, Set<String>> among, String wanted, Predicate<String> sounds) {
    return anchor ->
        among.entrySet().stream()
                .allMatch(facet -> facet.getValue().contains(facet.getKey().of(anchor)))
            && (contains(anchor, wanted)
                || sounds.test(anchor.source())
                || sounds.test(anchor.target()));
  }

  private static boolean contains(Anchor anchor, String wanted) {
    return wanted.isEmpty()
        || anchor.source().toLowerCase(Locale.ROOT).contains(wanted)
        || anchor.target().toLowerCase(Locale.ROOT).contains(wanted)
        || anchor.note().toLowerCase(Locale.ROOT).contains(wanted)
        || anchor.comment().toLowerCase(Locale.ROOT).contains(wanted)
        || anchor.tags().stream().anyMatch(tag -> tag.toLowerCase(Locale.ROOT).contains(wanted));
  }

  // Residuals.

  /** Grows whenever residuals were measured anew. */
  public ReadOnlyLongProperty measuredProperty() {
    return measured.getReadOnlyProperty();
  }

  /** Whether the residuals of any mapping are there. */
  boolean isMeasured() {
    return !residuals.isEmpty();
  }

  /** {@code 1 − cos(W x, z)} of an anchor, 0 to 2; NaN where a word is unknown. */
  public double residual(Anchor anchor) {
    return residuals.getOrDefault(anchor.id(), Double.NaN);
  }

  /** By the residuals as they are now, the smallest first, those unknown last. */
  Comparator<Anchor> byResidual() {
    Map<Long, Double> now = residuals;
    return Comparator.comparingDouble(anchor -> now.getOrDefault(anchor.id(), Double.NaN));
  }

  private void measure(@Nullable Shared shared) {
    measuring.cancel();
    EmbeddingSpace source = workbench.space(Side.SOURCE);
    EmbeddingSpace target = workbench.space(Side.TARGET);
    if (shared == null || source == null || target == null) {
      residuals = Map.of();
      measured.set(measured.get() + 1);
      return;
    }
    List<Anchor> now = workbench.anchorsProperty().get().anchors();
    var running =
        workbench
            .tasks()
            .start("", (progress, work) -> Residuals.of(now, source, target, shared, work));
    measuring = running.cancellation();
    FxTaskRunner.whenDone(
        running.outcome(),
        found -> {
          if (!running.cancellation().isCancelled()) {
            residuals = found;
            measured.set(measured.get() + 1);
          }
        },
        workbench::fail);
  }

  // Looking words up.

  /** What words a person may mean. */
  WordChoices words() {
    return words;
  }

  /** Whether a word is in a side's vocabulary; true while there is no project. */
  public boolean known(Side side, String word) {
    return words.known(side, word);
  }

  /** The words of a side that differ from an unknown one by joiners only. */
  public List<String> twins(Side side, String word) {
    EmbeddingSpace space = workbench.space(side);
    return space == null ? List.of() : space.vocabulary().twins(word);
  }

  /** The twins offered for a word of an anchor that is unknown; none for a known one. */
  public List<Twin> offers(Anchor anchor, Side side) {
    EmbeddingSpace space = workbench.space(side);
    String word = side == Side.SOURCE ? anchor.source() : anchor.target();
    return space == null || space.vocabulary().row(word) >= 0
        ? List.of()
        : space.vocabulary().offers(word);
  }

  // Editing.

  /** Takes a twin in place of an anchor's word. */
  public void adopt(Anchor anchor, Side side, Twin twin) {
    boolean source = side == Side.SOURCE;
    changeWords(
        anchor, source ? twin.word() : anchor.source(), source ? anchor.target() : twin.word());
  }

  /**
   * Changes both words of an anchor; an empty word changes nothing. Where another anchor says that
   * pair, nothing is changed either: the person is told, and its row is to be chosen.
   *
   * @return whether the words are what the anchor says from now on
   */
  public boolean changeWords(Anchor anchor, String source, String target) {
    if (source.isBlank() || target.isBlank()) {
      return false;
    }
    Draft wanted = Draft.of(anchor).withWords(source.strip(), target.strip());
    WordPair pair = new WordPair(wanted.source(), wanted.target());
    Anchor same = pair.equals(anchor.pair()) ? null : workbench.alreadyThere(pair);
    if (same != null) {
      choose(List.of(same));
      return false;
    }
    change(anchor, wanted);
    return true;
  }

  /** Changes part of speech, category and note of an anchor. */
  public void describe(Anchor anchor, String pos, String category, String note) {
    change(anchor, Draft.of(anchor).described(pos.strip(), category.strip(), note.strip()));
  }

  /** Changes the comment of an anchor. */
  public void comment(Anchor anchor, String comment) {
    change(anchor, Draft.of(anchor).withComment(comment.strip()));
  }

  /** Changes the tags of an anchor, written with commas between them. */
  public void tag(Anchor anchor, String tags) {
    change(anchor, Draft.of(anchor).withTags(DictionaryEntry.tags(tags)));
  }

  /**
   * Makes an anchor the preferred one among the translations of its source word, or no longer; one
   * that was preferred before is not any more.
   */
  public void prefer(Anchor anchor, boolean preferred) {
    List<Edit> edits = new ArrayList<>();
    for (Anchor each : workbench.anchorsProperty().get().anchors()) {
      boolean wanted = preferred && each.id() == anchor.id();
      boolean sibling = preferred && each.source().equals(anchor.source());
      if ((sibling || each.id() == anchor.id()) && each.preferred() != wanted) {
        edits.add(new Edit.Change(each.id(), Draft.of(each).withPreferred(wanted)));
      }
    }
    if (!edits.isEmpty()) {
      workbench.editAnchors(edits);
    }
  }

  /** What differs from the anchor as it was seen is changed in the anchor as it is by then. */
  private void change(Anchor seen, Draft wanted) {
    Draft before = Draft.of(seen);
    if (!wanted.equals(before)) {
      workbench.changeAnchors(List.of(seen.id()), now -> SeenEdits.onto(wanted, before, now));
    }
  }

  /** Judges anchors, as one edit. */
  public void judge(List<Anchor> judged, AnchorStatus status) {
    List<Long> ids =
        judged.stream().filter(anchor -> anchor.status() != status).map(Anchor::id).toList();
    if (!ids.isEmpty()) {
      workbench.judgeAnchors(ids, status);
    }
  }

  /** Adds an accepted pair unless it is there; says whether both words were given. */
  public boolean add(String source, String target) {
    return add(source, target, List.of());
  }

  /**
   * Adds an accepted pair unless it is there, which is told. It has a row whatever the table is
   * narrowed to until it is narrowed anew; says whether both words were given.
   *
   * @param sentences what the person should look at; told as long as the pair stands so
   */
  boolean add(String source, String target, List<String> sentences) {
    if (source.isBlank() || target.isBlank()) {
      return false;
    }
    workbench.addAnchor(
        Draft.accepted(source.strip(), target.strip(), EDIT),
        made -> {
          toChoose.set(Set.of(made.id()));
          rows.keep(made.id());
          List<Notice> told =
              sentences.stream().map(each -> new Notice(Notice.Kind.WARNING, each)).toList();
          warnings.put(made, told);
          workbench.notices().addAll(told);
        },
        same -> choose(List.of(same)));
    return true;
  }

  /** Anchors that stand in the dictionary get rows if they have none, which are to be chosen. */
  private void choose(List<Anchor> anchors) {
    if (!anchors.isEmpty()) {
      rows.reveal(anchors);
      toChoose.set(anchors.stream().map(Anchor::id).collect(Collectors.toSet()));
    }
  }

  /** The anchors whose rows are to be chosen once they have them. */
  ReadOnlyObjectProperty<Set<Long>> toChooseProperty() {
    return toChoose.getReadOnlyProperty();
  }

  /** The rows that were to be chosen are, or are not wanted any more. */
  void chose() {
    toChoose.set(Set.of());
  }

  private void follow(AnchorSet now) {
    rows.follow(now);
    warnings
        .entrySet()
        .removeIf(
            warned -> {
              Anchor stands = now.get(warned.getKey().id());
              boolean over = stands == null || !stands.pair().equals(warned.getKey().pair());
              if (over) {
                workbench.notices().removeAll(warned.getValue());
              }
              return over;
            });
  }

  /**
   * Words of a side that begin as an unknown one does, its twins first: what was probably meant.
   * None for fewer than {@value #LEAST_START} letters in common.
   */
  List<String> near(Side side, String word) {
    List<String> near = new ArrayList<>(twins(side, word));
    for (int end = word.length(); end >= LEAST_START && near.isEmpty(); end--) {
      near.addAll(words.words(side, word.substring(0, end)));
    }
    return near.subList(0, Math.min(NEAR, near.size()));
  }

  /** Removes anchors, as one edit. */
  public void remove(List<Anchor> removed) {
    if (!removed.isEmpty()) {
      workbench.removeAnchors(removed.stream().map(Anchor::id).toList());
    }
  }

  private void count(List<Anchor> gone, List<Anchor> come) {
    if (countUnderWay || gone.size() + come.size() > AnchorRows.FEW) {
      recount();
    } else {
      counts.replace(gone, come);
      counted.set(counted.get() + 1);
    }
  }

  /** Counts all anchors anew, in the background: of 120,000 that takes a while. */
  private void recount() {
    EmbeddingSpace source = workbench.space(Side.SOURCE);
    EmbeddingSpace target = workbench.space(Side.TARGET);
    List<Anchor> all = rows.all();
    Predicate<Anchor> known =
        anchor ->
            WordChoices.known(source, anchor.source())
                && WordChoices.known(target, anchor.target());
    counting.cancel();
    countUnderWay = true;
    var running =
        workbench.tasks().start("", (progress, work) -> AnchorCounts.of(all, known, work));
    counting = running.cancellation();
    FxTaskRunner.whenDone(
        running.outcome(),
        found -> {
          if (!running.cancellation().isCancelled()) {
            countUnderWay = false;
            counts = found;
            counted.set(counted.get() + 1);
          }
        },
        workbench::fail);
  }

  /** Grows whenever anchors were counted anew: all of them, those with unknown words, by facet. */
  ReadOnlyLongProperty countedProperty() {
    return counted.getReadOnlyProperty();
  }

  /** How many anchors have a word that no vocabulary knows. */
  public long unknown() {
    return counts.unknown();
  }
}
