package setu.gui.anchors;

import setu.core.anchor.Anchor;

/** A property of anchors that has few values, to narrow the table by. */
public enum Facet {
  /** What a person said of it. */
  STATUS,
  /** Part of speech. */
  POS,
  /** Category. */
  CATEGORY,
  /** Where the pair came from. */
  ORIGIN;

  /** The value of an anchor; empty where nothing is said. */
  public String of(Anchor anchor) {
    return switch (this) {
      case STATUS -> anchor.status().name();
      case POS -> anchor.pos();
      case CATEGORY -> anchor.category();
      case ORIGIN -> anchor.origin();
    };
  }
}
