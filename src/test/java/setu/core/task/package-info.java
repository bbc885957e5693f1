/** Tests of progress, cancelling and stepping. */
@NullMarked
package setu.core.task;

import org.jspecify.annotations.NullMarked;
