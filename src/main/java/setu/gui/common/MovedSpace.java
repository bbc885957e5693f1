package setu.gui.common;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A project whose space is no longer where it was, is another one, or was never named: the window
 * asks for the file.
 *
 * @param folder of the project
 * @param space 0 for the source, 1 for the target
 * @param was where it was
 * @param other a file that is there, but with other content; null where none is
 * @param named false where the project was made for dictionary work alone and has no such space yet
 */
public record MovedSpace(Path folder, int space, Path was, @Nullable Path other, boolean named) {}
