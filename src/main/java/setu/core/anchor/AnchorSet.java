package setu.core.anchor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The anchors of a project at one revision of its journal: immutable, in order of entry. A multiset
 * of pairs: the same pair may stand twice under two ids.
 */
public final class AnchorSet {
  /** No anchors. */
  public static final AnchorSet EMPTY = new AnchorSet(0, List.of());

  private final long revision;
  private final List<Anchor> anchors;
  private volatile @Nullable List<WordPair> accepted;
  private volatile @Nullable Map<AnchorStatus, Integer> counts;

  /**
   * The anchors after {@code revision} events.
   *
   * @throws IllegalArgumentException if their ids do not ascend
   */
  public AnchorSet(long revision, List<Anchor> anchors) {
    this.revision = revision;
    this.anchors = List.copyOf(anchors);
    long last = Long.MIN_VALUE;
    for (Anchor anchor : this.anchors) {
      if (anchor.id() <= last) {
        throw new IllegalArgumentException("id " + anchor.id() + " after " + last);
      }
      last = anchor.id();
    }
  }

  private AnchorSet(List<Anchor> anchors, long revision) {
    this.anchors = Collections.unmodifiableList(anchors);
    this.revision = revision;
  }

  /** The same without copying or checking: nobody else holds or changes the list. */
  static AnchorSet owning(long revision, List<Anchor> anchors) {
    return new AnchorSet(anchors, revision);
  }

  /** How many events made it. */
  public long revision() {
    return revision;
  }

  /** All anchors, in order of entry. */
  public List<Anchor> anchors() {
    return anchors;
  }

  /** The anchor of an id; null if it was removed or never was. */
  public @Nullable Anchor get(long id) {
    int low = 0;
    int high = anchors.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      Anchor anchor = anchors.get(middle);
      if (anchor.id() == id) {
        return anchor;
      }
      if (anchor.id() < id) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return null;
  }

  /**
   * The anchor of a pair, an accepted one where it stands several times; null if it is not there.
   */
  public @Nullable Anchor standing(WordPair pair) {
    Anchor found = null;
    for (Anchor anchor : anchors) {
      if (anchor.source().equals(pair.source()) && anchor.target().equals(pair.target())) {
        if (anchor.status() == AnchorStatus.ACCEPTED) {
          return anchor;
        }
        found = found == null ? anchor : found;
      }
    }
    return found;
  }

  /** The pairs a mapping is solved on: those accepted. */
  public List<WordPair> accepted() {
    List<WordPair> pairs = accepted;
    if (pairs == null) {
      pairs = new ArrayList<>();
      for (Anchor anchor : anchors) {
        if (anchor.status() == AnchorStatus.ACCEPTED) {
          pairs.add(new WordPair(anchor.source(), anchor.target()));
        }
      }
      pairs = List.copyOf(pairs);
      accepted = pairs;
    }
    return pairs;
  }

  /** {@code si} or {@code en}, by the side on which most pairs have Sinhala; empty if neither. */
  public String sourceLanguage() {
    long balance =
        anchors.stream()
            .mapToInt(
                anchor ->
                    Boolean.compare(
                        DictionaryImport.isSinhala(anchor.source()),
                        DictionaryImport.isSinhala(anchor.target())))
            .sum();
    return balance == 0 ? "" : balance > 0 ? "si" : "en";
  }

  /** How many anchors have a status. */
  public int count(AnchorStatus status) {
    Map<AnchorStatus, Integer> known = counts;
    if (known == null) {
      known = new EnumMap<>(AnchorStatus.class);
      for (Anchor anchor : anchors) {
        known.merge(anchor.status(), 1, Integer::sum);
      }
      counts = known;
    }
    return known.getOrDefault(status, 0);
  }

  /**
   * Works out what is asked of every state, so that whoever shows it to a person needs not.
   *
   * @return this
   */
  public AnchorSet ready() {
    accepted();
    count(AnchorStatus.ACCEPTED);
    return this;
  }
}
