package setu.gui.common;

import java.nio.file.Path;

/**
 * A project whose space is no longer where it was, or is another one: the window asks for the file.
 *
 * @param folder of the project
 * @param space 0 for the source, 1 for the target
 * @param was where it was
 */
public record MovedSpace(Path folder, int space, Path was) {}
