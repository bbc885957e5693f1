/** A project on disk: spaces by reference, journal, settings, cache. */
@NullMarked
package setu.core.workspace;

import org.jspecify.annotations.NullMarked;
