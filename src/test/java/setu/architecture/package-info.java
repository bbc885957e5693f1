/** Tests of the rules about packages and layers. */
@NullMarked
package setu.architecture;

import org.jspecify.annotations.NullMarked;
