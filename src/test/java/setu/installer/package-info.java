/** Tests of the launchers that an installed Setu starts with. */
@NullMarked
package setu.installer;

import org.jspecify.annotations.NullMarked;
