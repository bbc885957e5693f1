/** Tests of encoders on small models written here. */
@NullMarked
package setu.core.encode;

import org.jspecify.annotations.NullMarked;
