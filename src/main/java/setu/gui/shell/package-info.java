/** The window itself: composition root, frame, actions, and its runs without a display. */
@NullMarked
package setu.gui.shell;

import org.jspecify.annotations.NullMarked;
