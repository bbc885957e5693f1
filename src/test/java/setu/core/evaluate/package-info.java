/** Tests of {@code setu.core.evaluate}. */
@NullMarked
package setu.core.evaluate;

import org.jspecify.annotations.NullMarked;
