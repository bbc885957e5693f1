package setu.core.encode;

/** How the vectors of a text's tokens become one. */
public enum Pooling {
  /** The model's own sentence output where it has one, else the mean. */
  MODEL,
  /** The mean over the tokens that the attention mask keeps. */
  MEAN,
  /** The first token's vector, as BERT's {@code [CLS]} (Devlin et al. 2019). */
  CLS
}
