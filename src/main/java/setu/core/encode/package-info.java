/** Encoding of text into vectors by a local ONNX model. */
@NullMarked
package setu.core.encode;

import org.jspecify.annotations.NullMarked;
