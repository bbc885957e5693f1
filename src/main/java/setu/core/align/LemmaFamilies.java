package setu.core.align;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import setu.core.align.LemmaFamily.Member;
import setu.core.anchor.WordPair;
import setu.core.math.VectorKernel;
import setu.core.neighbor.LocalScaling;
import setu.core.neighbor.NeighborSearch;
import setu.core.neighbor.PreparedBase;
import setu.core.neighbor.Retrieval;
import setu.core.space.StemIndex;
import setu.core.space.Vocabulary;
import setu.core.task.Cancellation;
import setu.core.task.Progress;

/**
 * Proposes the inflections of a pair under a mapping. Both kinds of evidence are asked for: a form
 * shares the stem of its word and is near it at home; and each form of the word that has more of
 * them is paired with the form of the other that is its best under CSLS. (Sinhala has more forms
 * than English; the other way round a form would get a partner that is another case of it.)
 */
public final class LemmaFamilies {
  /** Forms of one word looked at, the most frequent first. */
  private static final int FORMS = 24;

  /** Cosine at home from which a word of the same stem counts as a form of it. */
  private static final double LEAST_AT_HOME = 0.4;

  /** CSLS from which a pair of forms is proposed: nearer than their neighbours are. */
  private static final double LEAST_CSLS = 0;

  /** Members at most: one digit each. */
  private static final int MOST = 9;

  private final Vocabulary source;
  private final Vocabulary target;
  private final StemIndex sourceStems;
  private final StemIndex targetStems;

  /** Stems both vocabularies. */
  public LemmaFamilies(Vocabulary source, Vocabulary target) {
    this.source = source;
    this.target = target;
    sourceStems = new StemIndex(source);
    targetStems = new StemIndex(target);
  }

  /**
   * The family of a pair; without members where one of its words is in no vocabulary.
   *
   * @param known pairs that are not proposed: those the dictionary has
   * @param sources mapped source rows, n × d, of unit length, prepared by {@code search}
   * @param targets target rows, m × d, of unit length, prepared by it too
   */
  public LemmaFamily of(
      WordPair lemma,
      Set<WordPair> known,
      PreparedBase sources,
      PreparedBase targets,
      NeighborSearch search,
      Cancellation cancellation) {
    int sourceRow = source.row(lemma.source());
    int targetRow = target.row(lemma.target());
    if (sourceRow < 0 || targetRow < 0) {
      return new LemmaFamily(lemma, List.of());
    }
    Forms left = forms(sourceRow, sourceStems.forms(lemma.source()), sources);
    Forms right = forms(targetRow, targetStems.forms(lemma.target()), targets);
    float[][] csls = csls(left, right, sources, targets, search, cancellation);
    boolean byTarget = right.rows.size() >= left.rows.size();
    List<Member> members = new ArrayList<>();
    for (int i = 0; i < left.rows.size(); i++) {
      for (int j = 0; j < right.rows.size(); j++) {
        WordPair pair = new WordPair(source.word(left.rows.get(i)), target.word(right.rows.get(j)));
        // The lemma's own form has its partner.
        boolean best =
            byTarget
                ? right.rows.get(j) != targetRow && bestOfColumn(csls, i, j)
                : left.rows.get(i) != sourceRow && bestOfRow(csls, i, j);
        if (best && csls[i][j] >= LEAST_CSLS && !known.contains(pair)) {
          float cosine =
              VectorKernel.best()
                  .dot(sources.rows(), left.rows.get(i), targets.rows(), right.rows.get(j));
          members.add(
              new Member(pair, left.atHome.get(i), right.atHome.get(j), cosine, csls[i][j]));
        }
      }
    }
    members.sort(Comparator.comparingDouble(Member::csls).reversed());
    return new LemmaFamily(lemma, members.subList(0, Math.min(MOST, members.size())));
  }

  private record Forms(List<Integer> rows, List<Double> atHome) {
    int[] array() {
      return rows.stream().mapToInt(Integer::intValue).toArray();
    }
  }

  private static Forms forms(int row, List<Integer> sameStem, PreparedBase home) {
    List<Integer> near = new ArrayList<>();
    List<Double> cosines = new ArrayList<>();
    for (int other : sameStem) {
      double cosine =
          other == row ? 1 : VectorKernel.best().dot(home.rows(), row, home.rows(), other);
      if (cosine >= LEAST_AT_HOME && near.size() < FORMS) {
        near.add(other);
        cosines.add(cosine);
      }
    }
    return new Forms(near, cosines);
  }

  private static float[][] csls(
      Forms left,
      Forms right,
      PreparedBase sources,
      PreparedBase targets,
      NeighborSearch search,
      Cancellation cancellation) {
    int k = Retrieval.Csls.DEFAULT.neighborhood();
    float[] ofSource =
        LocalScaling.oneSided(
            sources.rows().gather(left.array()), targets, k, search, Progress.NONE, cancellation);
    float[] ofTarget =
        LocalScaling.oneSided(
            targets.rows().gather(right.array()), sources, k, search, Progress.NONE, cancellation);
    float[][] csls = new float[left.rows.size()][right.rows.size()];
    for (int i = 0; i < left.rows.size(); i++) {
      for (int j = 0; j < right.rows.size(); j++) {
        float cosine =
            VectorKernel.best()
                .dot(sources.rows(), left.rows.get(i), targets.rows(), right.rows.get(j));
        csls[i][j] = 2 * cosine - ofSource[i] - ofTarget[j];
      }
    }
    return csls;
  }

  private static boolean bestOfRow(float[][] csls, int i, int j) {
    for (int other = 0; other < csls[i].length; other++) {
      if (csls[i][other] > csls[i][j] || (csls[i][other] == csls[i][j] && other < j)) {
        return false;
      }
    }
    return true;
  }

  private static boolean bestOfColumn(float[][] csls, int i, int j) {
    for (int other = 0; other < csls.length; other++) {
      if (csls[other][j] > csls[i][j] || (csls[other][j] == csls[i][j] && other < i)) {
        return false;
      }
    }
    return true;
  }
}
