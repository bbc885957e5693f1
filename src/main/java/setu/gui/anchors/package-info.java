/** The window's view of the dictionary's table. */
@NullMarked
package setu.gui.anchors;

import org.jspecify.annotations.NullMarked;
