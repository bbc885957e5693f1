/** Tests of layouts and their trustworthiness. */
@NullMarked
package setu.core.projection;

import org.jspecify.annotations.NullMarked;
