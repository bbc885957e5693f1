package setu.gui.common;

/** A word by its place: a row of one of the two spaces. */
public record WordRef(Side side, int row) {}
