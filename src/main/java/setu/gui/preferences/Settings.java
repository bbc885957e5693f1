package setu.gui.preferences;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What a person has chosen.
 *
 * @param language {@code en} or {@code si}
 * @param typeSize of the window's text, in pixels
 * @param wordScale of words of the spaces against other text, 1 to 2
 * @param reducedMotion whether things jump rather than move
 * @param width of the window, in pixels
 * @param height of the window, in pixels
 * @param maximized whether it fills the screen
 * @param place the view of the rail that was open last, by name; one that is unknown stands for
 *     none
 * @param recent project folders, the latest first
 * @param dictionary what is chosen for the dictionary
 */
public record Settings(
    Theme theme,
    String language,
    int typeSize,
    double wordScale,
    boolean reducedMotion,
    double width,
    double height,
    boolean maximized,
    String place,
    List<Path> recent,
    DictionaryChoices dictionary) {
  /** The smallest type size. */
  public static final int SMALLEST_TYPE = 10;

  /** The largest type size. */
  public static final int LARGEST_TYPE = 24;

  /** How many recent projects are kept. */
  public static final int RECENT = 10;

  /** Before anything was chosen. */
  public static final Settings DEFAULT =
      new Settings(
          Theme.LIGHT,
          "en",
          13,
          1.15,
          false,
          1440,
          900,
          false,
          "",
          List.of(),
          DictionaryChoices.DEFAULT);

  /** Brings what is out of range back into it. */
  public Settings {
    typeSize = Math.clamp(typeSize, SMALLEST_TYPE, LARGEST_TYPE);
    wordScale = Math.clamp(wordScale, 1, 2);
    width = Math.clamp(width, 640, 8192);
    height = Math.clamp(height, 480, 8192);
    recent = List.copyOf(recent.subList(0, Math.min(RECENT, recent.size())));
  }

  /** The parts of a copy, of which one is then another. */
  private static final class Copy {
    Theme theme;
    String language;
    int typeSize;
    double wordScale;
    boolean reducedMotion;
    double width;
    double height;
    boolean maximized;
    String place;
    List<Path> recent;
    DictionaryChoices dictionary;

    Copy(Settings of) {
      theme = of.theme;
      language = of.language;
      typeSize = of.typeSize;
      wordScale = of.wordScale;
      reducedMotion = of.reducedMotion;
      width = of.width;
      height = of.height;
      maximized = of.maximized;
      place = of.place;
      recent = of.recent;
      dictionary = of.dictionary;
    }
  }

  private Settings with(Consumer<Copy> change) {
    Copy next = new Copy(this);
    change.accept(next);
    return new Settings(
        next.theme,
        next.language,
        next.typeSize,
        next.wordScale,
        next.reducedMotion,
        next.width,
        next.height,
        next.maximized,
        next.place,
        next.recent,
        next.dictionary);
  }

  /** With another theme. */
  public Settings withTheme(Theme next) {
    return with(copy -> copy.theme = next);
  }

  /** With another language of the window. */
  public Settings withLanguage(String next) {
    return with(copy -> copy.language = next);
  }

  /** With another type size, brought into the range. */
  public Settings withTypeSize(int next) {
    return with(copy -> copy.typeSize = next);
  }

  /** With words of another size, brought into the range. */
  public Settings withWordScale(double next) {
    return with(copy -> copy.wordScale = next);
  }

  /** With or without motion. */
  public Settings withReducedMotion(boolean next) {
    return with(copy -> copy.reducedMotion = next);
  }

  /** With the window's bounds; a window that fills the screen keeps those it had before. */
  public Settings withWindow(double nextWidth, double nextHeight, boolean nextMaximized) {
    return with(
        copy -> {
          copy.maximized = nextMaximized;
          if (!nextMaximized) {
            copy.width = nextWidth;
            copy.height = nextHeight;
          }
        });
  }

  /** With another view open. */
  public Settings withPlace(String next) {
    return with(copy -> copy.place = next);
  }

  /** With a project at the head of the recent ones. */
  public Settings withRecent(Path project) {
    List<Path> next = new ArrayList<>(recent);
    next.remove(project);
    next.add(0, project);
    return with(copy -> copy.recent = next);
  }

  /** With other choices for the dictionary. */
  public Settings withDictionary(DictionaryChoices next) {
    return with(copy -> copy.dictionary = next);
  }
}
