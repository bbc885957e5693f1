/** The selected word: its neighbours at home and across, and its anchors. */
@NullMarked
package setu.gui.inspector;

import org.jspecify.annotations.NullMarked;
