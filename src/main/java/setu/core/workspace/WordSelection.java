package setu.core.workspace;

import java.util.List;

/**
 * Words kept together under a name. They are kept by their forms, so that a selection outlives the
 * order of a vocabulary.
 *
 * @param name as the person gave it, not blank
 * @param source words of the source space
 * @param target words of the target space
 */
public record WordSelection(String name, List<String> source, List<String> target) {
  /** Checks the name. */
  public WordSelection {
    name = name.strip();
    if (name.isEmpty()) {
      throw new IllegalArgumentException("a selection without a name");
    }
    source = List.copyOf(source);
    target = List.copyOf(target);
  }

  /** How many words it holds. */
  public int size() {
    return source.size() + target.size();
  }
}
