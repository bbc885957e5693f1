package setu.core.align;

/** A number that speaks for or against a pair of words, as {@link PairEvidence} measures it. */
public enum Clue {
  /** Cosine of the mapped source row and the target row. */
  COSINE,
  /**
   * CSLS of the pair less that of the source word's best other target; below 0 if that is better.
   */
  MARGIN,
  /** −ln of the target's rank among the source word's neighbours; beyond them all count alike. */
  RANK_THERE,
  /** −ln of the source's rank among the target word's neighbours; beyond them all count alike. */
  RANK_BACK,
  /** −ln of the rarer word's frequency rank. */
  FREQUENCY,
  /** How far the two words' frequency ranks are apart, by ratio: −|ln|. */
  EVENNESS,
  /** How alike the words sound, 0 to 1: names and loans. */
  SOUND,
  /** How far the lengths of the words are apart, by ratio: −|ln|. */
  LENGTH,
  /** 1 if the target holds a zero-width joiner. */
  JOINER,
  /** 1 if the source begins with a capital. */
  CAPITAL
}
