/** Judging pairs one by one, by keys. */
@NullMarked
package setu.gui.review;

import org.jspecify.annotations.NullMarked;
