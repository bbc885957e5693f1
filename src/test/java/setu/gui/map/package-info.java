/** The map's tests. */
@NullMarked
package setu.gui.map;

import org.jspecify.annotations.NullMarked;
