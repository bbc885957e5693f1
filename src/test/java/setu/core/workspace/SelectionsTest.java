package setu.core.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import setu.core.fault.ProjectFault;

class SelectionsTest {
  private static final WordSelection WATER =
      new WordSelection(" water ", List.of("river", "rain"), List.of("ගඟ", "ශ්‍රී"));

  @TempDir Path folder;

  @BeforeEach
  void make() {
    Workspace.createWithoutSpaces(folder).close();
  }

  @Test
  void whatIsKeptIsThereWhenTheProjectIsOpenedAgain() {
    try (Workspace workspace = Workspace.open(folder, Workspace.Mode.WRITE)) {
      Selections selections = new Selections(workspace);
      assertThat(selections.all()).isEmpty();
      selections.keep(WATER);
      selections.keep(new WordSelection("army", List.of("army"), List.of()));
      selections.keep(new WordSelection("water", List.of("river"), List.of("ගඟ", "ශ්‍රී")));
    }
    try (Workspace workspace = Workspace.open(folder, Workspace.Mode.WRITE)) {
      Selections selections = new Selections(workspace);
      assertThat(selections.all())
          .containsExactly(
              new WordSelection("army", List.of("army"), List.of()),
              new WordSelection("water", List.of("river"), List.of("ගඟ", "ශ්‍රී")));
      selections.forget("army");
      assertThat(selections.all()).extracting(WordSelection::name).containsExactly("water");
      assertThat(selections.all().getFirst().size()).isEqualTo(3);
    }
  }

  @Test
  void aProjectOpenedForReadingKeepsNothingNew() {
    try (Workspace workspace = Workspace.open(folder, Workspace.Mode.READ)) {
      assertThatThrownBy(() -> new Selections(workspace).keep(WATER))
          .isInstanceOf(ProjectFault.class);
      assertThat(new Selections(workspace).all()).isEmpty();
    }
  }

  @Test
  void aDamagedFileIsSaidToBeAndStaysAsItIs() throws Exception {
    Path file = folder.resolve(Selections.NAME);
    for (String damaged : List.of("[{\"name\":", "[{\"name\":\" \"}]", "[{}]", "7")) {
      Files.writeString(file, damaged);
      try (Workspace workspace = Workspace.open(folder, Workspace.Mode.WRITE)) {
        assertThatThrownBy(() -> new Selections(workspace).keep(WATER))
            .as(damaged)
            .isInstanceOf(ProjectFault.class);
      }
      assertThat(file).hasContent(damaged);
    }
  }
}
