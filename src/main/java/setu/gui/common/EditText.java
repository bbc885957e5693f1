package setu.gui.common;

import setu.core.anchor.EditName;

/** What people call an edit. */
public final class EditText {
  /** Where sentences come from. */
  @FunctionalInterface
  public interface Texts {
    /** The sentence of a key. */
    String text(String key, Object... arguments);
  }

  private EditText() {}

  /** The name of an edit, such as “Import of words.tsv”. */
  public static String of(EditName name, Texts texts) {
    return switch (name.kind()) {
      case EDIT -> texts.text("gui.edit.unnamed");
      case IMPORT -> texts.text("gui.edit.import", name.of());
      case CLEANING -> texts.text("gui.edit.cleaning");
      case MERGE -> texts.text("gui.edit.merge", name.of());
      case TAKEN_BACK -> texts.text("gui.edit.takenBack", name.of());
    };
  }
}
