/** Layouts of a space in two or three dimensions, and how far to trust them. */
@NullMarked
package setu.core.projection;

import org.jspecify.annotations.NullMarked;
