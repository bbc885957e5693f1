package setu.core.workspace;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import setu.core.fault.FileFault;
import setu.core.fault.ProjectFault;
import setu.core.file.SafeWrite;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@code project.json} says.
 *
 * @param version of the format; this Setu writes {@value #VERSION}
 * @param test path of the test dictionary; null if none was given
 * @param settings the window's, by name
 */
record ProjectFile(
    int version, List<Space> spaces, @Nullable String test, Map<String, String> settings) {
  static final int VERSION = 1;
  static final String NAME = "project.json";

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /**
   * A space by reference.
   *
   * @param path absolute, or relative to the project folder; with slashes
   * @param hash of the file's content
   * @param bytes size of the file when it was hashed
   * @param modified its time of change then, in milliseconds: while both stand it is not read again
   * @param limit at most this many rows are read, the most frequent; null for all
   */
  record Space(
      String language,
      String path,
      String hash,
      long bytes,
      long modified,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer limit) {
    Space withLimit(@Nullable Integer other) {
      return new Space(language, path, hash, bytes, modified, other);
    }
  }

  ProjectFile {
    spaces = List.copyOf(spaces);
    settings = Map.copyOf(settings);
  }

  /** Reads the file of a project folder. */
  static ProjectFile read(Path folder) {
    Path file = folder.resolve(NAME);
    try {
      JsonNode root = JSON.readTree(Files.readAllBytes(file));
      int version = root.path("version").asInt(0);
      if (version > VERSION) {
        throw new ProjectFault(ProjectFault.Problem.NEWER_VERSION, file, "version " + version);
      }
      if (version < 1 || root.path("spaces").size() != 2) {
        throw new ProjectFault(ProjectFault.Problem.DAMAGED, file, "version or spaces missing");
      }
      return JSON.treeToValue(root, ProjectFile.class);
    } catch (NoSuchFileException e) {
      throw new ProjectFault(ProjectFault.Problem.NOT_A_PROJECT, folder, 0, "", e);
    } catch (JacksonException e) {
      TokenStreamLocation place = e.getLocation();
      long line = place == null ? 0 : Math.max(0, place.getLineNr());
      throw new ProjectFault(ProjectFault.Problem.DAMAGED, file, line, e.getOriginalMessage(), e);
    } catch (NullPointerException e) {
      throw new ProjectFault(ProjectFault.Problem.DAMAGED, file, 0, "a value is missing", e);
    } catch (IOException e) {
      throw new FileFault(FileFault.Problem.UNREADABLE, file, 0, String.valueOf(e.getMessage()), e);
    }
  }

  /** Replaces the file of a project folder, whole or not at all. */
  void write(Path folder) {
    SafeWrite.write(folder.resolve(NAME), out -> out.write(JSON.writeValueAsBytes(this)));
  }

  ProjectFile withSpace(int place, Space space) {
    List<Space> changed = new ArrayList<>(spaces);
    changed.set(place, space);
    return new ProjectFile(version, changed, test, settings);
  }

  ProjectFile withSettings(Map<String, String> others) {
    return new ProjectFile(version, spaces, test, others);
  }

  ProjectFile withTest(@Nullable String path) {
    return new ProjectFile(version, spaces, path, settings);
  }
}
