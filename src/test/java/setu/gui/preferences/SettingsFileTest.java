package setu.gui.preferences;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {
  @TempDir Path folder;

  @Test
  void whatWasChosenIsThereAgain() {
    SettingsFile file = new SettingsFile(UserFolders.in(folder));
    Settings chosen =
        Settings.DEFAULT
            .withTheme(Theme.CONTRAST)
            .withLanguage("si")
            .withTypeSize(18)
            .withWordScale(1.5)
            .withReducedMotion(true)
            .withDictionary(
                DictionaryChoices.DEFAULT
                    .withImportCandidates(true)
                    .withGrouped(true)
                    .withTable(
                        new TableChoices(
                            List.of("target", "source"),
                            List.of(),
                            List.of(new TableChoices.Sorting("note", true)))))
            .withWindow(1000, 700, false)
            .withPlace("review")
            .withRecent(Path.of("a"))
            .withRecent(Path.of("ව්‍යාපෘතිය"));
    file.write(chosen);
    assertThat(file.read()).isEqualTo(chosen);
    assertThat(file.read().recent()).containsExactly(Path.of("ව්‍යාපෘතිය"), Path.of("a"));
  }

  @Test
  void aDamagedFileCostsOnlyTheSettings() throws IOException {
    SettingsFile file = new SettingsFile(UserFolders.in(folder));
    for (String damage :
        new String[] {
          "",
          "{",
          "[]",
          "{\"theme\": \"pink\"}",
          "{\"typeSize\": {}}",
          "{\"place\": [], \"hiddenColumns\": 3, \"columnOrder\": \"x\", \"sortedBy\": true}"
        }) {
      Files.writeString(folder.resolve("settings.json"), damage);
      assertThat(file.read()).as(damage).isEqualTo(Settings.DEFAULT);
    }
  }

  @Test
  void valuesOutOfRangeAreBroughtBack() {
    assertThat(Settings.DEFAULT.withTypeSize(400).typeSize()).isEqualTo(Settings.LARGEST_TYPE);
    assertThat(Settings.DEFAULT.withWordScale(0).wordScale()).isEqualTo(1);
  }

  @Test
  void everySystemHasItsPlace() {
    UserFolders linux = UserFolders.of("Linux", "/home/a", Map.of("XDG_DATA_HOME", "/data"));
    assertThat(linux.settings()).isEqualTo(Path.of("/home/a/.config/setu"));
    assertThat(linux.projects()).isEqualTo(Path.of("/data/setu"));
    assertThat(UserFolders.of("Windows 11", "C:/a", Map.of("APPDATA", "C:/r")).settings())
        .isEqualTo(Path.of("C:/r/Setu"));
  }
}
