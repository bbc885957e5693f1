/** The dictionary as a table. */
@NullMarked
package setu.gui.anchors;

import org.jspecify.annotations.NullMarked;
