/** The command line: one thin class per command over the core. */
@NullMarked
package setu.cli;

import org.jspecify.annotations.NullMarked;
