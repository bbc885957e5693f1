/** Tests of {@code setu.core.align}. */
@NullMarked
package setu.core.align;

import org.jspecify.annotations.NullMarked;
