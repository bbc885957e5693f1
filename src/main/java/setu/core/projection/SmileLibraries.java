package setu.core.projection;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import setu.core.fault.ProjectionFault;

/**
 * The native libraries that Smile's UMAP asks the system for: OpenBLAS, to fit its curve, and
 * ARPACK, for a spectral start.
 *
 * <p>Smile opens them by their bare names ({@code libopenblas.so}), which only a system with
 * developers' packages answers to. Setu ships both, for ND4J and beside it, under their versioned
 * names. A Linux process that has loaded a library is not asked twice for its name, so copies with
 * the version taken off their names are loaded first. On other systems they have to be installed.
 */
final class SmileLibraries {
  private static final String OPENBLAS = "openblas";
  private static final String ARPACK = "arpack";

  /** In the order of their needs; {@code libgcc_s} is always there. */
  private static final List<String> SHIPPED =
      List.of(
          "/org/bytedeco/openblas/linux-x86_64/libquadmath.so.0",
          "/org/bytedeco/openblas/linux-x86_64/libgfortran.so.5",
          "/org/bytedeco/openblas/linux-x86_64/libopenblas.so.0",
          "/org/bytedeco/arpackng/linux-x86_64/libarpack.so.2");

  private static boolean present;

  private SmileLibraries() {}

  /**
   * Makes both libraries answer to the names that Smile asks for.
   *
   * @throws ProjectionFault if the system has none and Setu ships none for it
   */
  static synchronized void require() {
    if (present) {
      return;
    }
    if (missing() != null) {
      loadShipped();
    }
    String missing = missing();
    if (missing != null) {
      throw new ProjectionFault(
          ProjectionFault.Problem.LIBRARY_MISSING, System.mapLibraryName(missing), null);
    }
    present = true;
  }

  private static @Nullable String missing() {
    return !found(OPENBLAS) ? OPENBLAS : !found(ARPACK) ? ARPACK : null;
  }

  private static boolean found(String library) {
    try (Arena arena = Arena.ofConfined()) {
      SymbolLookup.libraryLookup(System.mapLibraryName(library), arena);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Copies, renames, loads; a loaded file's name is no longer needed and is taken away at once. */
  private static void loadShipped() {
    try {
      for (String resource : SHIPPED) {
        try (InputStream in = SmileLibraries.class.getResourceAsStream(resource)) {
          if (in == null) {
            return;
          }
          Path copy = Files.createTempFile("setu-", ".so");
          try {
            Files.write(copy, unversioned(in.readAllBytes()));
            System.load(copy.toAbsolutePath().toString());
          } finally {
            Files.delete(copy);
          }
        }
      }
    } catch (IOException | UnsatisfiedLinkError e) {
      throw new ProjectionFault(
          ProjectionFault.Problem.LIBRARY_MISSING, System.mapLibraryName(OPENBLAS), e);
    }
  }

  /** The library with both names ended before their versions, wherever it writes them. */
  private static byte[] unversioned(byte[] library) {
    for (String name : List.of("libopenblas.so.0", "libarpack.so.2")) {
      byte[] written = (name + "\0").getBytes(ISO_8859_1);
      for (int at = 0; at <= library.length - written.length; at++) {
        if (library[at] == written[0] && startsAt(library, at, written)) {
          library[at + name.lastIndexOf('.')] = 0;
        }
      }
    }
    return library;
  }

  private static boolean startsAt(byte[] library, int at, byte[] written) {
    for (int i = 0; i < written.length; i++) {
      if (library[at + i] != written[i]) {
        return false;
      }
    }
    return true;
  }
}
