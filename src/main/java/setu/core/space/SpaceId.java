package setu.core.space;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a space is known by: the SHA-256 of its file's bytes, in hexadecimal; where its words are in
 * another file, or only some rows were wanted, that of all these together.
 */
public record SpaceId(String hash) {
  /** The id of a file read whole, with the hash of its file of words if it has one. */
  static SpaceId of(String fileHash, @Nullable String companion, ReadOptions options) {
    if (companion == null && options.selection().all() && options.tensor() == null) {
      return new SpaceId(fileHash);
    }
    MessageDigest digest = HashedInput.sha256();
    String parts = fileHash + '\n' + companion + '\n' + selection(options);
    digest.update(parts.getBytes(StandardCharsets.UTF_8));
    return new SpaceId(HexFormat.of().formatHex(digest.digest()));
  }

  /** The options that choose rows, written so that equal choices are equal texts. */
  static String selection(ReadOptions options) {
    RowSelection selection = options.selection();
    return String.join(
        "\n",
        "tensor " + options.tensor(),
        "count " + selection.minCount(),
        "script " + selection.script(),
        "pattern " + selection.pattern(),
        "words " + String.join("\n", new TreeSet<>(selection.words())));
  }

  @Override
  public String toString() {
    return hash;
  }
}
