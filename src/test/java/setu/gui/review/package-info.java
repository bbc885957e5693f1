/** Tests of reviewing. */
@NullMarked
package setu.gui.review;

import org.jspecify.annotations.NullMarked;
