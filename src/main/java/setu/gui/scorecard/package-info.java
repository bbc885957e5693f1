/** The scores of both directions, and the words behind every number. */
@NullMarked
package setu.gui.scorecard;

import org.jspecify.annotations.NullMarked;
