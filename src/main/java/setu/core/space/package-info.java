/** Words and vectors, and the files that hold them. */
@NullMarked
package setu.core.space;

import org.jspecify.annotations.NullMarked;
