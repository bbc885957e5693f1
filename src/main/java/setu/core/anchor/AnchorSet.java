package setu.core.anchor;

import java.util.Collections;
import java.util.List;
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
  private volatile @Nullable AnchorDigest digest;

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

  private AnchorSet(List<Anchor> anchors, long revision, @Nullable AnchorDigest digest) {
    this.anchors = Collections.unmodifiableList(anchors);
    this.revision = revision;
    this.digest = digest;
  }

  /** The same without copying or checking: nobody else holds or changes the list. */
  static AnchorSet owning(long revision, List<Anchor> anchors) {
    return new AnchorSet(anchors, revision, null);
  }

  /**
   * The state that came after {@code before}, likewise: what is asked of every state is worked out
   * from the few anchors that changed.
   */
  static AnchorSet owning(long revision, List<Anchor> anchors, AnchorSet before) {
    AnchorDigest known = before.digest;
    return new AnchorSet(
        anchors, revision, known == null ? null : known.after(before.anchors, anchors));
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
    return digest().standing(anchors, pair);
  }

  /** The pairs a mapping is solved on: those accepted. */
  public List<WordPair> accepted() {
    return digest().accepted();
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
    return digest().count(status);
  }

  /**
   * Works out what is asked of every state, so that whoever shows it to a person needs not.
   *
   * @return this
   */
  public AnchorSet ready() {
    digest();
    return this;
  }

  private AnchorDigest digest() {
    AnchorDigest known = digest;
    if (known == null) {
      known = AnchorDigest.of(anchors);
      digest = known;
    }
    return known;
  }
}
