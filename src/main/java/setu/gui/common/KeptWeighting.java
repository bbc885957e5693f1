package setu.gui.common;

import java.util.List;
import java.util.Locale;
import setu.core.align.AnchorWeights.Property;
import setu.core.workspace.Workspace;

/**
 * How much the inflections of a pair count in the mapping together, kept in a project's settings.
 * Belongs to the lane of the journal.
 */
public final class KeptWeighting {
  /** What a person chooses among; the first is the paper's. */
  public static final List<Property> CHOICES =
      List.of(Property.EQUAL, Property.LEMMAS_ROOT, Property.LEMMAS);

  private static final String SETTING = "weighting";

  private KeptWeighting() {}

  static Property of(Workspace workspace) {
    String kept = workspace.settings().getOrDefault(SETTING, "");
    return CHOICES.stream()
        .filter(each -> name(each).equals(kept))
        .findFirst()
        .orElse(Property.EQUAL);
  }

  static void keep(Workspace workspace, Property weighting) {
    workspace.setSetting(SETTING, weighting == Property.EQUAL ? "" : name(weighting));
  }

  private static String name(Property weighting) {
    return weighting.name().toLowerCase(Locale.ROOT);
  }
}
