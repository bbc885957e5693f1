package setu.message;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/**
 * The texts of one language, from {@code messages.properties} (English) and {@code
 * messages_si.properties} (Sinhala).
 *
 * <p>{@code {0}}, {@code {1}} … stand for the arguments, as they are; there is no quoting, so an
 * apostrophe is an apostrophe.
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
      int number = close == open + 2 ? pattern.charAt(open + 1) - '0' : -1;
      text.append(pattern, from, open);
      if (number >= 0 && number < arguments.length) {
        text.append(arguments[number]);
        from = close + 1;
      } else {
        text.append('{');
        from = open + 1;
      }
    }
    return text.append(pattern, from, pattern.length()).toString();
  }
}
