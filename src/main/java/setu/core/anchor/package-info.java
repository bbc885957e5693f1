/** The bilingual dictionary: anchors, their journal and its file formats. */
@NullMarked
package setu.core.anchor;

import org.jspecify.annotations.NullMarked;
