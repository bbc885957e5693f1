package setu.message;

import java.nio.file.Path;
import java.util.Locale;
import setu.core.fault.Fault;

/** Makes the sentence for a fault: what happened, where, and what to do. */
public final class ErrorText {
  private static final int LONGEST = 300;

  private ErrorText() {}

  /**
   * One line for a fault, from the key {@code fault.<family>.<problem>} with {@code {0}} the place
   * (file, and line where one is known), {@code {1}} the line, {@code {2}} the detail.
   */
  public static String of(Fault fault, Messages messages) {
    return messages.text(key(fault), place(fault, messages), fault.line(), shown(fault.detail()));
  }

  /** A part of somebody's file as one sentence can hold it: without signs of control, and short. */
  private static String shown(String detail) {
    String plain = detail.replaceAll("\\p{Cntrl}+", " ");
    int end = Math.min(plain.length(), LONGEST);
    return end == plain.length() ? plain : plain.substring(0, end).strip() + " …";
  }

  private static String key(Fault fault) {
    return key(fault.getClass(), fault.problem());
  }

  /** The key of a problem: {@code fault.space.HEADER_LIES}. */
  static String key(Class<?> family, Enum<?> problem) {
    String name = family.getSimpleName().replace("Fault", "").toLowerCase(Locale.ROOT);
    return "fault." + name + "." + problem.name();
  }

  private static String place(Fault fault, Messages messages) {
    Path file = fault.file();
    String name = file == null ? messages.text("place.input") : file.toString();
    return fault.line() > 0
        ? messages.text("place.line", name, String.valueOf(fault.line()))
        : name;
  }
}
