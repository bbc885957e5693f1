package setu.gui.common;

import java.util.List;
import org.jspecify.annotations.Nullable;
import setu.core.anchor.Agreement;
import setu.core.anchor.DoubleBlind;
import setu.core.workspace.Workspace;

/**
 * What two judges said of the same pairs.
 *
 * @param cases pairs on which they differ and nobody has decided; none while a judge is not to see
 *     them
 * @param first the name of one; empty where there are not two
 * @param second the name of the other
 * @param agreement how far they agree; null where there are not two
 */
public record JudgesDiffer(
    List<DoubleBlind.Case> cases, String first, String second, @Nullable Agreement agreement) {
  /** Nothing to see. */
  public static final JudgesDiffer NONE = new JudgesDiffer(List.of(), "", "", null);

  static JudgesDiffer in(Workspace workspace) {
    if (!workspace.judge().isEmpty()) {
      return NONE;
    }
    DoubleBlind blind = DoubleBlind.of(workspace.anchors());
    List<String> judges = List.copyOf(blind.judges());
    if (judges.size() < 2) {
      return new JudgesDiffer(blind.cases(), "", "", null);
    }
    String first = judges.get(0);
    String second = judges.get(1);
    return new JudgesDiffer(
        blind.cases(), first, second, blind.agreement(first, second, Workbench.SEED));
  }
}
