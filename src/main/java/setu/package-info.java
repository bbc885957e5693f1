/** Setu's entry point: one launcher for the command line and the window. */
@NullMarked
package setu;

import org.jspecify.annotations.NullMarked;
