package setu.core.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import setu.core.fault.FileFault;
import setu.core.fault.ProjectFault;
import setu.core.file.SafeWrite;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The named selections of a project, in {@value #NAME} of its folder, ordered by name. */
public final class Selections {
  /** The file's name. */
  public static final String NAME = "selections.json";

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
  private static final TypeReference<List<WordSelection>> LIST = new TypeReference<>() {};

  private final Workspace workspace;

  /** The selections of a project. */
  public Selections(Workspace workspace) {
    this.workspace = workspace;
  }

  /**
   * Reads all of them; none where the file is not there.
   *
   * @throws ProjectFault if the file is damaged
   */
  public List<WordSelection> all() {
    Path file = file();
    try {
      return JSON.readValue(Files.readAllBytes(file), LIST).stream().sorted(BY_NAME).toList();
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
      throw new ProjectFault(
          ProjectFault.Problem.DAMAGED, file, 0, String.valueOf(e.getMessage()), e);
    } catch (IOException e) {
      throw new FileFault(FileFault.Problem.UNREADABLE, file, 0, String.valueOf(e.getMessage()), e);
    }
  }

  private static final Comparator<WordSelection> BY_NAME =
      Comparator.comparing(WordSelection::name);

  /**
   * Keeps a selection, in the place of one of the same name.
   *
   * @throws ProjectFault if the project is read-only, or the file is damaged
   */
  public void keep(WordSelection selection) {
    List<WordSelection> next = without(selection.name());
    next.add(selection);
    write(next);
  }

  /**
   * Forgets a selection, if there is one of the name.
   *
   * @throws ProjectFault if the project is read-only, or the file is damaged
   */
  public void forget(String name) {
    write(without(name));
  }

  private List<WordSelection> without(String name) {
    List<WordSelection> others = new ArrayList<>(all());
    others.removeIf(selection -> selection.name().equals(name));
    return others;
  }

  private void write(List<WordSelection> selections) {
    if (workspace.readOnly()) {
      throw new ProjectFault(ProjectFault.Problem.READ_ONLY, workspace.folder(), "");
    }
    byte[] content = JSON.writeValueAsBytes(selections.stream().sorted(BY_NAME).toList());
    SafeWrite.write(file(), out -> out.write(content));
  }

  private Path file() {
    return workspace.folder().resolve(NAME);
  }
}
