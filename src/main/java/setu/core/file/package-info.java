/** Writing files so that nothing is lost, and naming them by content. */
@NullMarked
package setu.core.file;

import org.jspecify.annotations.NullMarked;
