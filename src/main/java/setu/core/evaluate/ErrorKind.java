package setu.core.evaluate;

/**
 * Why a query's first candidate is no gold word, the first that applies.
 *
 * @see ErrorAnalysis
 */
public enum ErrorKind {
  /** The first candidate is a gold word. */
  NONE,
  /** The query word is not in the vocabulary. */
  QUERY_OUT_OF_VOCABULARY,
  /** No gold word is in the vocabulary. */
  GOLD_OUT_OF_VOCABULARY,
  /** The answer is a gold word in another spelling: joiners, case, letters of one sound. */
  SPELLING,
  /** The answer is another form of a gold word: the same stem. */
  INFLECTION,
  /** The answer is a hub: it is found by far more words than others are. */
  HUB,
  /** The answer is among the nearest of a gold word in their own space. */
  SYNONYM,
  /** None of these. */
  OTHER
}
