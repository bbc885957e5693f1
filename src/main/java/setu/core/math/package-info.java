/**
 * Dense kernels: the only users of the Vector API, of ND4J's linear algebra and of their memory
 * rules.
 */
@NullMarked
package setu.core.math;

import org.jspecify.annotations.NullMarked;
