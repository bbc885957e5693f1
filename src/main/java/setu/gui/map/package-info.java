/** The window's view of the map. */
@NullMarked
package setu.gui.map;

import org.jspecify.annotations.NullMarked;
