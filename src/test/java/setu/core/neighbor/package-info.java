/** Tests of {@code setu.core.neighbor}. */
@NullMarked
package setu.core.neighbor;

import org.jspecify.annotations.NullMarked;
