/** Measures of an alignment: word translation precision, leakage, live scores. */
@NullMarked
package setu.core.evaluate;

import org.jspecify.annotations.NullMarked;
