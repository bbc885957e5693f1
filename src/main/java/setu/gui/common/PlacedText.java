package setu.gui.common;

import java.util.List;

/**
 * A text that stands on the map among the words it is nearest to: at the mean of their places.
 *
 * @param nearest the nearest words of both sides, best first, at least one
 */
public record PlacedText(String text, List<WordRef> nearest) {}
