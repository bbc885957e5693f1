package setu.gui.common;

import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import setu.core.anchor.AnchorStatus;
import setu.core.anchor.CldrNames;
import setu.core.anchor.DictionaryOptions.Columns;

/**
 * How something is brought in.
 *
 * @param columns what the columns of a table are; null for the usual ones
 * @param status of the rows that say none
 * @param kinds which names, where names are brought in
 */
record ImportChoice(@Nullable Columns columns, AnchorStatus status, Set<CldrNames.Kind> kinds) {
  /** Copies the set. */
  ImportChoice {
    kinds = Set.copyOf(kinds);
  }

  /** Whether the same rows are read by another choice. */
  boolean readsAs(ImportChoice other) {
    return Objects.equals(columns, other.columns) && kinds.equals(other.kinds);
  }
}
