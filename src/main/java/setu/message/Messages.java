package setu.message;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.jspecify.annotations.Nullable;

/**
 * The texts of one language, from {@code messages.properties} (English) and {@code
 * messages_si.properties} (Sinhala).
 *
 * <p>{@code {0}}, {@code {1}} … stand for the arguments, whole numbers with commas between
 * thousands and all else as it is, and {@code {0?word|words}} for the first of two forms where
 * argument 0 reads 1, else for the second; there is no quoting, so an apostrophe is an apostrophe.
 */
public final class Messages {
  private static final String BUNDLE = "setu.message.messages";

  private final Locale locale;
  private final ResourceBundle bundle;

  private Messages(Locale locale) {
    this.locale = locale;
    this.bundle =
        ResourceBundle.getBundle(
            BUNDLE, locale, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
  }

  /** The texts of a language; English where there is no bundle for it. */
  public static Messages in(Locale locale) {
    return new Messages(locale);
  }

  /** English. */
  public static Messages inEnglish() {
    return in(Locale.ENGLISH);
  }

  /** The language of the user's environment. */
  public static Messages inDefaultLanguage() {
    return in(Locale.getDefault(Locale.Category.DISPLAY));
  }

  /** The language. */
  public Locale locale() {
    return locale;
  }

  /**
   * The text of a key with its arguments in place.
   *
   * @throws MissingResourceException if there is no such key
   */
  public String text(String key, Object... arguments) {
    String pattern = bundle.getString(key);
    if (arguments.length == 0) {
      return pattern;
    }
    StringBuilder text = new StringBuilder(pattern.length() + 32);
    int from = 0;
    for (int open = pattern.indexOf('{'); open >= 0; open = pattern.indexOf('{', from)) {
      int close = pattern.indexOf('}', open);
      String argument = argument(pattern, open + 1, close, arguments);
      text.append(pattern, from, open).append(argument == null ? "{" : argument);
      from = argument == null ? open + 1 : close + 1;
    }
    return text.append(pattern, from, pattern.length()).toString();
  }

  /** What stands for the part between two braces; null where they are braces only. */
  private static @Nullable String argument(String pattern, int from, int to, Object[] arguments) {
    int number = to > from ? pattern.charAt(from) - '0' : -1;
    if (number < 0 || number >= arguments.length) {
      return null;
    }
    Object given = arguments[number];
    String argument =
        given instanceof Integer || given instanceof Long
            ? String.format(Locale.ROOT, "%,d", ((Number) given).longValue())
            : String.valueOf(given);
    if (to == from + 1) {
      return argument;
    }
    int or = pattern.indexOf('|', from);
    if (pattern.charAt(from + 1) != '?' || or < 0 || or > to) {
      return null;
    }
    return "1".equals(argument) ? pattern.substring(from + 2, or) : pattern.substring(or + 1, to);
  }
}
