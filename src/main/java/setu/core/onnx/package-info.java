/** ONNX Runtime: the graphs Setu writes for it, and where they run. */
@NullMarked
package setu.core.onnx;

import org.jspecify.annotations.NullMarked;
