/** The window's view of the scores. */
@NullMarked
package setu.gui.scorecard;

import org.jspecify.annotations.NullMarked;
