package setu.core.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import setu.core.anchor.AnchorHistory;
import setu.core.anchor.AnchorSet;
import setu.core.anchor.DoubleBlind;
import setu.core.fault.Fault;
import setu.core.fault.FileFault;
import setu.core.fault.ProjectFault;
import setu.core.file.ContentHash;
import setu.core.file.SafeWrite;
import setu.core.task.Cancellation;
import setu.core.task.Progress;

/**
 * A project folder: {@code project.json} (spaces by path and content hash, test dictionary,
 * settings), {@code anchors.jsonl} (the journal) and {@code cache/}. One writer at a time: a second
 * opener is refused or reads only.
 */
public final class Workspace implements AutoCloseable {
  private static final String JOURNAL = "anchors.jsonl";
  private static final String CACHE = "cache";

  /** The setting that names who judges without seeing what others said. */
  private static final String JUDGE = "judge";

  /** In place of a hash: no file was named yet. */
  private static final String ABSENT = "absent";

  /** How to open. */
  public enum Mode {
    /** Edits allowed; refused if another process holds the project. */
    WRITE,
    /** No edits; never refused for a lock. */
    READ
  }

  /**
   * A space by reference.
   *
   * @param path absolute, or relative to the project folder
   * @param hash content hash when it was added; a mismatch is told, not crashed over. Empty in a
   *     reference given to {@link #create}: the file is hashed then
   * @param limit at most this many rows are read, the most frequent first; {@link
   *     Integer#MAX_VALUE} for all
   */
  public record SpaceReference(String language, Path path, String hash, int limit) {
    /** A space that is read whole. */
    public SpaceReference(String language, Path path, String hash) {
      this(language, path, hash, Integer.MAX_VALUE);
    }
  }

  private final Path folder;
  private final @Nullable ProjectLock lock;
  private final @Nullable Fault whyReadOnly;
  private final AnchorHistory anchors;
  private ProjectFile project;

  private Workspace(
      Path folder, ProjectFile project, @Nullable ProjectLock lock, @Nullable Fault whyReadOnly) {
    this.folder = folder;
    this.project = project;
    this.lock = lock;
    this.whyReadOnly = whyReadOnly;
    Path journal = folder.resolve(JOURNAL);
    this.anchors =
        lock == null
            ? AnchorHistory.openReadOnly(journal)
            : AnchorHistory.open(journal, author(project), InstantSource.system());
  }

  /**
   * Opens a project. In a folder that cannot be written it opens for reading only, and {@link
   * #whyReadOnly} says so. Whether its spaces are still there is asked by {@link #missing} and
   * {@link #requireSpaces}.
   *
   * @throws ProjectFault if it is in use, damaged, of a newer version or no project
   */
  public static Workspace open(Path folder, Mode mode) {
    Path place = folder.toAbsolutePath().normalize();
    if (!Files.exists(place.resolve(ProjectFile.NAME))) {
      throw new ProjectFault(ProjectFault.Problem.NOT_A_PROJECT, folder, "");
    }
    if (mode == Mode.READ) {
      return new Workspace(place, ProjectFile.read(place), null, null);
    }
    try {
      return locked(place, ProjectLock.take(place), () -> ProjectFile.read(place));
    } catch (FileFault e) {
      if (e.problem() != FileFault.Problem.READ_ONLY) {
        throw e;
      }
      FileFault why = new FileFault(FileFault.Problem.READ_ONLY, folder, 0, "", e);
      return new Workspace(place, ProjectFile.read(place), null, why);
    }
  }

  /**
   * Makes a new project in an empty or missing folder and opens it for writing.
   *
   * @throws ProjectFault if the folder holds something, or a project in use
   * @throws FileFault if a space cannot be read or the folder not be written
   */
  public static Workspace create(
      Path folder, SpaceReference source, SpaceReference target, @Nullable Path test) {
    return create(folder, source, target, test, Progress.NONE, Cancellation.none());
  }

  /** The same, telling how far the spaces are hashed; a cancelled one leaves nothing behind. */
  public static Workspace create(
      Path folder,
      SpaceReference source,
      SpaceReference target,
      @Nullable Path test,
      Progress progress,
      Cancellation cancellation) {
    Path place = folder.toAbsolutePath().normalize();
    if (Files.exists(place) && !isUnused(place)) {
      throw new ProjectFault(ProjectFault.Problem.FOLDER_NOT_EMPTY, folder, "");
    }
    List<ProjectFile.Space> spaces =
        List.of(
            space(place, source, progress, cancellation),
            space(place, target, progress, cancellation));
    String tested = test == null ? null : portable(place, test);
    try {
      Files.createDirectories(place);
    } catch (IOException e) {
      throw SafeWrite.fault(folder, e);
    }
    return locked(
        place,
        ProjectLock.take(place),
        () -> {
          ProjectFile made = new ProjectFile(ProjectFile.VERSION, spaces, tested, Map.of());
          made.write(place);
          return made;
        });
  }

  /**
   * Makes a new project for dictionary work alone: its spaces stand as missing, to be shown by
   * {@link #relocate} when there are some.
   */
  public static Workspace createWithoutSpaces(Path folder) {
    return create(
        folder,
        new SpaceReference("", Path.of("source.vec"), ABSENT),
        new SpaceReference("", Path.of("target.vec"), ABSENT),
        null);
  }

  private interface ProjectSource {
    ProjectFile get();
  }

  private static Workspace locked(Path folder, ProjectLock lock, ProjectSource project) {
    try {
      return new Workspace(folder, project.get(), lock, null);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /** A folder with nothing in it but what a making that broke off leaves. */
  private static boolean isUnused(Path folder) {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.allMatch(
          file ->
              Set.of(ProjectLock.NAME, JOURNAL).contains(file.getFileName().toString())
                  && file.toFile().length() == 0);
    } catch (IOException e) {
      throw SafeWrite.fault(folder, e);
    }
  }

  private static ProjectFile.Space space(
      Path folder, SpaceReference reference, Progress progress, Cancellation cancellation) {
    Path file = folder.resolve(reference.path()).toAbsolutePath().normalize();
    String hash =
        reference.hash().isEmpty()
            ? ContentHash.of(file, progress, cancellation)
            : reference.hash();
    return new ProjectFile.Space(
        reference.language(),
        portable(folder, file),
        hash,
        size(file),
        modified(file),
        limit(reference.limit()));
  }

  private static @Nullable Integer limit(int rows) {
    return rows == Integer.MAX_VALUE ? null : rows;
  }

  private static long size(Path file) {
    return file.toFile().length();
  }

  private static long modified(Path file) {
    return file.toFile().lastModified();
  }

  /** Relative where the file lies in the project, so that the folder can be moved whole. */
  private static String portable(Path folder, Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    Path path = absolute.startsWith(folder) ? folder.relativize(absolute) : absolute;
    return path.toString().replace('\\', '/');
  }

  /** Its folder, absolute. */
  public Path folder() {
    return folder;
  }

  /** Whether edits are refused. */
  public boolean readOnly() {
    return lock == null;
  }

  /**
   * Why a project opened for writing is read-only all the same; null if it is not, or was asked to
   * be.
   */
  public @Nullable Fault whyReadOnly() {
    return whyReadOnly;
  }

  /** Source and target space. */
  public List<SpaceReference> spaces() {
    List<SpaceReference> spaces = new ArrayList<>();
    for (ProjectFile.Space space : project.spaces()) {
      Integer limit = space.limit();
      spaces.add(
          new SpaceReference(
              space.language(),
              Path.of(space.path()),
              space.hash(),
              limit == null ? Integer.MAX_VALUE : limit));
    }
    return spaces;
  }

  /** Whether both spaces have been named, wherever their files are by now. */
  public boolean hasSpaces() {
    return hasSpace(0) && hasSpace(1);
  }

  /** Whether a space has been named: 0 is the source, 1 the target. */
  public boolean hasSpace(int space) {
    return !project.spaces().get(space).hash().equals(ABSENT);
  }

  /**
   * The language of the source words: that of the source space; where it was not named, {@code si}
   * or {@code en} by the script of most pairs; empty where there are none to tell by.
   */
  public String sourceLanguage() {
    String named = project.spaces().getFirst().language();
    return named.isEmpty() ? anchors.current().sourceLanguage() : named;
  }

  /** The file of a space, absolute: 0 is the source, 1 the target. */
  public Path spaceFile(int space) {
    return folder.resolve(project.spaces().get(space).path());
  }

  /**
   * Says how many rows of both spaces are read from now on: at least 1; {@link Integer#MAX_VALUE}
   * for all. Nothing is written where that is known.
   */
  public void setLimits(int source, int target) {
    if (source < 1 || target < 1) {
      throw new IllegalArgumentException("limits " + source + ", " + target);
    }
    List<ProjectFile.Space> now = project.spaces();
    ProjectFile changed =
        project
            .withSpace(0, now.get(0).withLimit(limit(source)))
            .withSpace(1, now.get(1).withLimit(limit(target)));
    if (!changed.equals(project)) {
      save(changed);
    }
  }

  /** The spaces whose files are no longer where they were, by their places 0 and 1. */
  public List<Integer> missing() {
    return Stream.of(0, 1).filter(space -> !Files.isRegularFile(spaceFile(space))).toList();
  }

  /**
   * Makes sure that every space is there with the content it had; files with the same size and time
   * of change are not read again.
   *
   * @throws ProjectFault naming the file that moved or changed
   */
  public void requireSpaces(Progress progress, Cancellation cancellation) {
    for (int place = 0; place < 2; place++) {
      Path file = spaceFile(place);
      if (!Files.isRegularFile(file)) {
        throw new ProjectFault(ProjectFault.Problem.SPACE_MOVED, file, "");
      }
      if (hasChanged(place, progress, cancellation)) {
        throw new ProjectFault(ProjectFault.Problem.SPACE_CHANGED, file, "");
      }
    }
  }

  /**
   * Takes the files of the spaces as they are now, whatever they held before; one that is not there
   * stays as it was named.
   *
   * @throws ProjectFault if the project is read-only
   */
  public void acceptSpaces(Progress progress, Cancellation cancellation) {
    for (int place = 0; place < 2; place++) {
      Path file = spaceFile(place);
      if (Files.isRegularFile(file) && hasChanged(place, progress, cancellation)) {
        relocate(place, file, true, progress, cancellation);
      }
    }
  }

  private boolean hasChanged(int place, Progress progress, Cancellation cancellation) {
    Path file = spaceFile(place);
    ProjectFile.Space space = project.spaces().get(place);
    boolean stamped = space.bytes() == size(file) && space.modified() == modified(file);
    return !stamped && !ContentHash.of(file, progress, cancellation).equals(space.hash());
  }

  /** The test dictionary, absolute; null if none was given. */
  public @Nullable Path test() {
    String test = project.test();
    return test == null ? null : folder.resolve(test);
  }

  /** Names another test dictionary, or none. */
  public void setTest(@Nullable Path test) {
    save(project.withTest(test == null ? null : portable(folder, test)));
  }

  /**
   * Points a space at the file's new place; its content hash must match unless {@code accept} is
   * set.
   *
   * @throws ProjectFault if the content is another, or the project is read-only
   */
  public void relocate(
      int space, Path path, boolean accept, Progress progress, Cancellation cancellation) {
    ProjectFile.Space old = project.spaces().get(space);
    int limit = spaces().get(space).limit();
    SpaceReference reference = new SpaceReference(old.language(), path, "", limit);
    ProjectFile.Space moved = space(folder, reference, progress, cancellation);
    if (hasSpace(space) && !accept && !moved.hash().equals(old.hash())) {
      throw new ProjectFault(ProjectFault.Problem.SPACE_CHANGED, path, "");
    }
    save(project.withSpace(space, moved));
  }

  /** The settings kept with the project, by name. */
  public Map<String, String> settings() {
    return project.settings();
  }

  /** Keeps one setting; an empty value forgets it. */
  public void setSetting(String name, String value) {
    Map<String, String> settings = new TreeMap<>(project.settings());
    if (value.isEmpty()) {
      settings.remove(name);
    } else {
      settings.put(name, value);
    }
    save(project.withSettings(settings));
  }

  private static String author(ProjectFile project) {
    return project.settings().getOrDefault(JUDGE, System.getProperty("user.name", ""));
  }

  /** Who judges without seeing what others said, by name; empty where nobody does. */
  public String judge() {
    return project.settings().getOrDefault(JUDGE, "");
  }

  /**
   * Hides what others said from a judge, who signs what is edited from now on; empty for nobody.
   */
  public void setJudge(String name) {
    setSetting(JUDGE, name.strip());
    anchors.signAs(author(project));
  }

  /** The dictionary as whoever works on it may see it. */
  public AnchorSet seen() {
    return judge().isEmpty() ? anchors.current() : DoubleBlind.of(anchors).seenBy(judge());
  }

  private void save(ProjectFile changed) {
    if (lock == null) {
      throw new ProjectFault(ProjectFault.Problem.READ_ONLY, folder, "");
    }
    changed.write(folder);
    project = changed;
  }

  /** The folder for what can be computed again; it may not exist yet. */
  public Path cache() {
    return folder.resolve(CACHE);
  }

  /** The dictionary. */
  public AnchorHistory anchors() {
    return anchors;
  }

  /** Releases the lock, even where closing the journal fails; nothing needs saving. */
  @Override
  public void close() {
    try {
      anchors.close();
    } finally {
      if (lock != null) {
        lock.close();
      }
    }
  }
}
