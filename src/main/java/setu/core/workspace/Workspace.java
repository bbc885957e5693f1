package setu.core.workspace;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import setu.core.anchor.AnchorHistory;

/**
 * A project folder: {@code project.json} (spaces by path and content hash, test dictionary,
 * settings), {@code anchors.jsonl} (the journal) and {@code cache/}. One writer at a time: a second
 * opener is refused or reads only.
 */
public final class Workspace implements AutoCloseable {
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
   * @param hash content hash when it was added; a mismatch is told, not crashed over
   */
  public record SpaceReference(String language, Path path, String hash) {}

  /**
   * Opens a project.
   *
   * @throws setu.core.fault.ProjectFault if it is in use, damaged or no project
   */
  public static Workspace open(Path folder, Mode mode) {
    throw new UnsupportedOperationException("not yet");
  }

  /** Makes a new project in an empty or missing folder and opens it for writing. */
  public static Workspace create(
      Path folder, SpaceReference source, SpaceReference target, @Nullable Path test) {
    throw new UnsupportedOperationException("not yet");
  }

  /** Its folder. */
  public Path folder() {
    throw new UnsupportedOperationException("not yet");
  }

  /** Whether edits are refused. */
  public boolean readOnly() {
    throw new UnsupportedOperationException("not yet");
  }

  /** Source and target space. */
  public List<SpaceReference> spaces() {
    throw new UnsupportedOperationException("not yet");
  }

  /** The test dictionary; null if none was given. */
  public @Nullable Path test() {
    throw new UnsupportedOperationException("not yet");
  }

  /**
   * Points a space at the file's new place; its content hash must match unless {@code accept} is
   * set.
   */
  public void relocate(int space, Path path, boolean accept) {
    throw new UnsupportedOperationException("not yet");
  }

  /** The dictionary. */
  public AnchorHistory anchors() {
    throw new UnsupportedOperationException("not yet");
  }

  /** Releases the lock; nothing needs saving. */
  @Override
  public void close() {}
}
