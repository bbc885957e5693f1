/** What a person has chosen for the window, and the folders it is kept in. */
@NullMarked
package setu.gui.preferences;

import org.jspecify.annotations.NullMarked;
