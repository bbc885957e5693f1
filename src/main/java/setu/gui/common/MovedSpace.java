package setu.gui.common;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A project whose space is no longer where it was, or is another one: the window asks for the file.
 *
 * @param folder of the project
 * @param space 0 for the source, 1 for the target
 * @param was where it was
 * @param other a file that is there, but with other content; null where none is
 */
public record MovedSpace(Path folder, int space, Path was, @Nullable Path other) {}
