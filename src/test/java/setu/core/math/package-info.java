/** Tests of {@code setu.core.math}. */
@NullMarked
package setu.core.math;

import org.jspecify.annotations.NullMarked;
