/** Mappings of one embedding space onto another. */
@NullMarked
package setu.core.align;

import org.jspecify.annotations.NullMarked;
