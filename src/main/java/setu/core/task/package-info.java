/** Progress, cancelling and running of long work. */
@NullMarked
package setu.core.task;

import org.jspecify.annotations.NullMarked;
