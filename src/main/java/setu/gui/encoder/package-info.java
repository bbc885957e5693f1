/** The window's view of the encoder. */
@NullMarked
package setu.gui.encoder;

import org.jspecify.annotations.NullMarked;
