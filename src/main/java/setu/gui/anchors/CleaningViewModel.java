package setu.gui.anchors;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import setu.core.anchor.Anchor;
import setu.core.anchor.AnchorSet;
import setu.core.anchor.DictionaryCleaning;
import setu.core.anchor.DictionaryCleaning.Finding;
import setu.core.anchor.DictionaryCleaning.Kind;
import setu.core.anchor.Edit;
import setu.core.anchor.WordPair;
import setu.core.space.EmbeddingSpace;
import setu.gui.common.FxTaskRunner;
import setu.gui.common.Side;
import setu.gui.common.Workbench;

/** What there is to clean in the dictionary, each change to be taken or left; nothing by itself. */
public final class CleaningViewModel {
  /**
   * What cleaning would do to one anchor.
   *
   * @param kinds why, in the order of the steps
   * @param after the pair as it would be; null where the anchor would be removed
   * @param other the anchor it repeats; null where it repeats none
   */
  public record Proposal(
      Anchor anchor, List<Kind> kinds, @Nullable WordPair after, @Nullable Anchor other) {
    /** Copies the list. */
    public Proposal {
      kinds = List.copyOf(kinds);
    }

    /** Whether it is only told: a person has to decide what to do. */
    public boolean onlyTold() {
      return kinds.stream().allMatch(Kind::onlyTold);
    }
  }

  private final Workbench workbench;
  private final ObservableList<Proposal> proposals = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper looking = new ReadOnlyBooleanWrapper();
  private final Set<Kind> kinds = EnumSet.allOf(Kind.class);
  private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
  private final Set<Long> left = new HashSet<>();

  /** Taken by hand though they are not proposed. */
  private final Set<Long> insisted = new HashSet<>();

  private List<Finding> findings = List.of();
  private boolean scriptsDiffer;
  private int looks;

  /** The cleaning of a window's dictionary. */
  public CleaningViewModel(Workbench workbench) {
    this.workbench = workbench;
  }

  /** One proposal an anchor, in order of entry. */
  public ObservableList<Proposal> proposals() {
    return proposals;
  }

  /** Whether it is still being looked. */
  public ReadOnlyBooleanProperty lookingProperty() {
    return looking.getReadOnlyProperty();
  }

  /** How many anchors a kind is found in, whatever is chosen. */
  public int count(Kind kind) {
    return counts.getOrDefault(kind, 0);
  }

  /** Looks through the dictionary as it is now, for all kinds. */
  public void look() {
    kinds.addAll(EnumSet.allOf(Kind.class));
    left.clear();
    insisted.clear();
    counts.clear();
    find();
  }

  /** Looks for a kind too, or no longer. */
  public void choose(Kind kind, boolean wanted) {
    if (wanted ? kinds.add(kind) : kinds.remove(kind)) {
      find();
    }
  }

  /** What was found, and whether a pair in one script is wrong in this dictionary. */
  private record Looked(List<Finding> found, boolean scriptsDiffer) {}

  private void find() {
    int look = ++looks;
    looking.set(true);
    List<Anchor> anchors = workbench.anchorsProperty().get().anchors();
    Set<Kind> wanted = EnumSet.copyOf(kinds.isEmpty() ? EnumSet.noneOf(Kind.class) : kinds);
    Predicate<String> known = known();
    FxTaskRunner.whenDone(
        workbench
            .tasks()
            .start(
                "",
                (progress, work) ->
                    new Looked(
                        DictionaryCleaning.find(anchors, wanted, known, work),
                        DictionaryCleaning.scriptsDiffer(anchors)))
            .outcome(),
        looked -> {
          if (wanted.size() == Kind.values().length) {
            count(looked.found());
          }
          if (look == looks) {
            scriptsDiffer = looked.scriptsDiffer();
            show(looked.found());
          }
        },
        e -> {
          looking.set(false);
          workbench.fail(e);
        });
  }

  private Predicate<String> known() {
    EmbeddingSpace source = workbench.space(Side.SOURCE);
    EmbeddingSpace target = workbench.space(Side.TARGET);
    return word ->
        (source != null && source.vocabulary().row(word) >= 0)
            || (target != null && target.vocabulary().row(word) >= 0);
  }

  private void count(List<Finding> found) {
    counts.clear();
    found.forEach(finding -> counts.merge(finding.kind(), 1, Integer::sum));
  }

  private void show(List<Finding> found) {
    findings = found;
    Map<Long, List<Finding>> byAnchor = new LinkedHashMap<>();
    for (Finding finding : found) {
      byAnchor.computeIfAbsent(finding.anchor().id(), id -> new ArrayList<>(1)).add(finding);
    }
    List<Proposal> made = new ArrayList<>();
    for (List<Finding> each : byAnchor.values()) {
      Finding last = each.getLast();
      made.add(
          new Proposal(
              last.anchor(),
              each.stream().map(Finding::kind).toList(),
              last.after(),
              last.other()));
    }
    proposals.setAll(made);
    looking.set(false);
  }

  /**
   * Whether a proposal is to be applied. A pair in one script is changed only where a person says
   * so: it is wrong after the change as well. A repeated pair stays where the anchor that it
   * repeats only after a change is left as it is: it would be the last one.
   */
  public boolean taken(Proposal proposal) {
    return !proposal.onlyTold() && !isLeft(proposal) && !repeatsWhatIsLeft(proposal);
  }

  private boolean isLeft(Proposal proposal) {
    WordPair after = proposal.after();
    boolean wrong = scriptsDiffer && after != null && DictionaryCleaning.isOneScript(after);
    long id = proposal.anchor().id();
    return left.contains(id) || (wrong && !insisted.contains(id));
  }

  private boolean repeatsWhatIsLeft(Proposal proposal) {
    Anchor other = proposal.other();
    return proposal.after() == null
        && other != null
        && proposals.stream()
            .anyMatch(p -> p.anchor().id() == other.id() && !p.onlyTold() && isLeft(p));
  }

  /** Takes a proposal, or leaves it. */
  public void take(Proposal proposal, boolean taken) {
    long id = proposal.anchor().id();
    if (taken) {
      left.remove(id);
      insisted.add(id);
    } else {
      left.add(id);
      insisted.remove(id);
    }
  }

  /** How many changes would be made. */
  public int chosen() {
    return (int) proposals.stream().filter(this::taken).count();
  }

  /** How many things are only told. */
  public int toDecide() {
    return (int) proposals.stream().filter(Proposal::onlyTold).count();
  }

  /**
   * Makes the chosen changes as one edit. Anchors changed since they were looked at are left, and
   * so are those that repeat one that was changed.
   */
  public void apply() {
    AnchorSet now = workbench.anchorsProperty().get();
    Set<Long> chosen = new HashSet<>();
    for (Proposal proposal : proposals) {
      Anchor kept = proposal.after() == null ? proposal.other() : null;
      if (taken(proposal)
          && isStill(proposal.anchor(), now)
          && (kept == null || isStill(kept, now))) {
        chosen.add(proposal.anchor().id());
      }
    }
    List<Finding> wanted =
        findings.stream().filter(finding -> chosen.contains(finding.anchor().id())).toList();
    List<Edit> edits = DictionaryCleaning.edits(wanted);
    if (!edits.isEmpty()) {
      workbench.cleanAnchors(edits);
    }
    findings = List.of();
    proposals.clear();
  }

  private static boolean isStill(Anchor seen, AnchorSet now) {
    return seen.equals(now.get(seen.id()));
  }
}
