/** Encoding a text with a local model: its tokens, its nearest words, its place on the map. */
@NullMarked
package setu.gui.encoder;

import org.jspecify.annotations.NullMarked;
