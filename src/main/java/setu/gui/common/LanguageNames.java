package setu.gui.common;

import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import setu.core.evaluate.TranslationScore.Direction;
import setu.message.Messages;

/** What languages are called in the window. */
public final class LanguageNames {
  private LanguageNames() {}

  /** The language code of one side of a project, such as {@code si}. */
  public static String of(OpenProject open, Side side) {
    return open.workspace().spaces().get(side == Side.SOURCE ? 0 : 1).language();
  }

  /** {@code Si} for {@code si}. */
  public static String brief(String code) {
    return code.isEmpty() ? "?" : code.substring(0, 1).toUpperCase(Locale.ROOT) + code.substring(1);
  }

  /** The direction of a score in short, such as {@code En→Si}; empty without a project. */
  public static String way(@Nullable OpenProject open, Direction direction) {
    return open == null ? "" : way(open, direction, "→", LanguageNames::brief);
  }

  /** The same with the languages' names: {@code English → Sinhala}. */
  public static String fullWay(@Nullable OpenProject open, Direction direction, Messages messages) {
    return open == null ? "" : way(open, direction, " → ", code -> full(code, messages));
  }

  private static String way(
      OpenProject open, Direction direction, String arrow, UnaryOperator<String> name) {
    String source = name.apply(of(open, Side.SOURCE));
    String target = name.apply(of(open, Side.TARGET));
    return direction == Direction.FORWARD ? source + arrow + target : target + arrow + source;
  }

  /** The language's name in the window's language. */
  public static String full(String code, Messages messages) {
    return switch (code) {
      case "en" -> messages.text("gui.language.en");
      case "si" -> messages.text("gui.language.si");
      case "" -> messages.text("gui.language.unknown");
      default -> Locale.of(code).getDisplayLanguage(messages.locale());
    };
  }
}
