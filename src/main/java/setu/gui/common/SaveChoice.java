package setu.gui.common;

import java.io.File;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Asks a person for the file to write. */
@FunctionalInterface
public interface SaveChoice {
  /** The file that was chosen; null where she leaves it be. */
  @Nullable File ask(FileChooser chooser, Window owner);
}
