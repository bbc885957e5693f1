/** What the window's features share: the observable model, running tasks, and small parts. */
@NullMarked
package setu.gui.common;

import org.jspecify.annotations.NullMarked;
