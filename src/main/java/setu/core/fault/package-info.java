/**
 * What can be wrong with the user's data or environment, as facts; {@code setu.message} makes the
 * sentences.
 */
@NullMarked
package setu.core.fault;

import org.jspecify.annotations.NullMarked;
