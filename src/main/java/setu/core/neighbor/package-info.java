/** Exact nearest neighbours, retrieval criteria and hubness. */
@NullMarked
package setu.core.neighbor;

import org.jspecify.annotations.NullMarked;
