package setu.core.space;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import setu.core.file.SafeWrite;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The configuration of a folder of Embedding Projector files, in both forms: {@code
 * projector_config.json} for the standalone Projector and {@code projector_config.pbtxt} for
 * TensorBoard. Spaces written before into the same folder stay in it.
 */
final class ProjectorConfig {
  private static final String JSON_NAME = "projector_config.json";
  private static final String TEXT_NAME = "projector_config.pbtxt";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private ProjectorConfig() {}

  /** One space of a folder: file names within it, and n and d. */
  private record Entry(String name, String tensor, String metadata, long rows, long columns) {}

  /** Enters a space just written. */
  static void add(Path file, int rows, int columns) {
    Path json = file.resolveSibling(JSON_NAME);
    Path text = file.resolveSibling(TEXT_NAME);
    boolean foreign = Files.exists(text) && !Files.exists(json);
    List<Entry> entries = entries(json);
    String tensor = file.getFileName().toString();
    entries.removeIf(entry -> entry.tensor().equals(tensor) || isGone(file, entry.tensor()));
    String metadata = SpaceOutput.companion(file, ".metadata.tsv").getFileName().toString();
    entries.add(new Entry(SpaceFiles.nameOf(file), tensor, metadata, rows, columns));
    SafeWrite.write(json, out -> out.write(SpaceOutput.utf8(json(entries))));
    if (!foreign) {
      SafeWrite.write(text, out -> out.write(SpaceOutput.utf8(text(entries))));
    }
  }

  /** Whether an entry names a file that is not there; addresses are left alone. */
  private static boolean isGone(Path file, String tensor) {
    boolean address = tensor.contains("://");
    return !address && (tensor.isEmpty() || !file.resolveSibling(tensor).toFile().exists());
  }

  /** The entries of a configuration; none where it cannot be understood. */
  private static List<Entry> entries(Path json) {
    List<Entry> entries = new ArrayList<>();
    try {
      for (JsonNode entry : JSON.readTree(Files.readString(json)).path("embeddings")) {
        entries.add(
            new Entry(
                entry.path("tensorName").asString(""),
                entry.path("tensorPath").asString(""),
                entry.path("metadataPath").asString(""),
                entry.path("tensorShape").path(0).asLong(0),
                entry.path("tensorShape").path(1).asLong(0)));
      }
    } catch (IOException | JacksonException e) {
      // No configuration yet, or none that says anything: a new one is begun.
      entries.clear();
    }
    return entries;
  }

  private static String json(List<Entry> entries) {
    List<Map<String, Object>> list = new ArrayList<>();
    for (Entry entry : entries) {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("tensorName", entry.name());
      map.put("tensorShape", List.of(entry.rows(), entry.columns()));
      map.put("tensorPath", entry.tensor());
      map.put("metadataPath", entry.metadata());
      list.add(map);
    }
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(Map.of("embeddings", list))
        + "\n";
  }

  private static String text(List<Entry> entries) {
    StringBuilder text = new StringBuilder();
    for (Entry entry : entries) {
      text.append("embeddings {\n");
      field(text, "tensor_name", entry.name());
      field(text, "tensor_path", entry.tensor());
      field(text, "metadata_path", entry.metadata());
      text.append("}\n");
    }
    return text.toString();
  }

  private static void field(StringBuilder text, String name, String value) {
    String quoted = value.replace("\\", "\\\\").replace("\"", "\\\"");
    text.append("  ").append(name).append(": \"").append(quoted).append("\"\n");
  }
}
