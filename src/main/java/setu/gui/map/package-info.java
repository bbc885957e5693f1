/** The map: both languages as points in one plane, to look at, pick from and search. */
@NullMarked
package setu.gui.map;

import org.jspecify.annotations.NullMarked;
