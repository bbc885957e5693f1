/** The window's view of the selected word. */
@NullMarked
package setu.gui.inspector;

import org.jspecify.annotations.NullMarked;
