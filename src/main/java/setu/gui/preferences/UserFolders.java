package setu.gui.preferences;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * The person's own folders.
 *
 * @param settings for the settings file
 * @param projects for projects made without being asked where: the sample's, those of two files
 * @param logs for the log
 */
public record UserFolders(Path settings, Path projects, Path logs) {
  /** All in one folder. */
  public static UserFolders in(Path folder) {
    return new UserFolders(folder, folder.resolve("projects"), folder);
  }

  /** Where the system keeps such things; the system property {@code setu.user} overrides it. */
  public static UserFolders ofSystem() {
    String override = System.getProperty("setu.user", "");
    return override.isEmpty()
        ? of(System.getProperty("os.name"), System.getProperty("user.home"), System.getenv())
        : in(Path.of(override));
  }

  static UserFolders of(String system, String home, Map<String, String> environment) {
    String name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      return in(Path.of(environment.getOrDefault("APPDATA", home), "Setu"));
    }
    if (name.startsWith("mac")) {
      return in(Path.of(home, "Library", "Application Support", "Setu"));
    }
    return new UserFolders(
        folder(environment, "XDG_CONFIG_HOME", home, ".config"),
        folder(environment, "XDG_DATA_HOME", home, ".local/share"),
        folder(environment, "XDG_STATE_HOME", home, ".local/state"));
  }

  private static Path folder(
      Map<String, String> environment, String variable, String home, String usual) {
    String value = environment.getOrDefault(variable, "");
    return (value.isEmpty() ? Path.of(home, usual) : Path.of(value)).resolve("setu");
  }
}
