package setu.gui.shell;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import setu.gui.common.KeyHint;
import setu.message.Messages;

/** The keys that do the same wherever the keyboard is. */
enum WindowKey {
  HELP("F1"),
  MENU("F10"),
  OPEN("Ctrl+O"),
  FOLDER("Ctrl+Shift+O"),
  PLACE("Ctrl+1 – 5"),
  SEARCH("/ · Ctrl+F"),
  EXPORT("Ctrl+E"),
  IMPORT("Ctrl+I"),
  MERGE("Ctrl+M"),
  CLEAN("Ctrl+L"),
  DICTIONARY("Ctrl+Shift+E"),
  UNDO("Ctrl+Z"),
  REDO("Ctrl+Shift+Z"),
  LARGER("Ctrl++"),
  SMALLER("Ctrl+−"),
  LEAVE("Esc");

  private final String keys;

  WindowKey(String keys) {
    this.keys = keys;
  }

  /**
   * What a pressed key asks for; null where that is nothing.
   *
   * @param typing whether the keyboard is in a text field, which undoes by itself and takes a slash
   */
  static @Nullable WindowKey of(KeyEvent event, boolean typing) {
    KeyCode code = event.getCode();
    if (code == KeyCode.F1) {
      return HELP;
    }
    if (code == KeyCode.F10) {
      return MENU;
    }
    if (!event.isShortcutDown()) {
      return code == KeyCode.ESCAPE
          ? LEAVE
          : !typing && (code == KeyCode.SLASH || "/".equals(event.getText())) ? SEARCH : null;
    }
    return switch (code) {
      case O -> event.isShiftDown() ? FOLDER : OPEN;
      case F -> SEARCH;
      case E -> event.isShiftDown() ? DICTIONARY : EXPORT;
      case I -> IMPORT;
      case M -> MERGE;
      case L -> CLEAN;
      case Z -> typing ? null : event.isShiftDown() ? REDO : UNDO;
      case PLUS, EQUALS, ADD -> LARGER;
      case MINUS, SUBTRACT -> SMALLER;
      default -> code.isDigitKey() ? PLACE : null;
    };
  }

  /** How it is written. */
  String keys() {
    return keys;
  }

  /** All of them, for the list of keys. */
  static List<KeyHint> hints(Messages messages) {
    return Stream.of(values())
        .map(key -> new KeyHint(key.keys, messages.text("gui.key." + key.name())))
        .toList();
  }
}
