package setu.gui.preferences;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import setu.core.fault.Fault;
import setu.core.file.SafeWrite;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Keeps the settings as JSON. A damaged file costs the settings, never the start. */
public final class SettingsFile {
  private static final Logger LOG = LoggerFactory.getLogger(SettingsFile.class);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path file;

  /** The settings file of these folders. */
  public SettingsFile(UserFolders folders) {
    this.file = folders.settings().resolve("settings.json");
  }

  /** What was saved; {@link Settings#DEFAULT} where nothing readable was. */
  public Settings read() {
    if (!Files.isRegularFile(file)) {
      return Settings.DEFAULT;
    }
    try {
      return settings(JSON.readTree(file.toFile()));
    } catch (JacksonException | IllegalArgumentException e) {
      LOG.warn("settings not read from {}", file, e);
      return Settings.DEFAULT;
    }
  }

  private static Settings settings(JsonNode json) {
    Settings usual = Settings.DEFAULT;
    List<Path> recent = new ArrayList<>();
    json.path("recent").forEach(item -> recent.add(Path.of(item.asString(""))));
    return new Settings(
        Theme.valueOf(json.path("theme").asString("light").toUpperCase(Locale.ROOT)),
        json.path("language").asString(usual.language()),
        json.path("typeSize").asInt(usual.typeSize()),
        json.path("wordScale").asDouble(usual.wordScale()),
        json.path("reducedMotion").asBoolean(usual.reducedMotion()),
        json.path("width").asDouble(usual.width()),
        json.path("height").asDouble(usual.height()),
        json.path("maximized").asBoolean(usual.maximized()),
        json.path("place").asString(usual.place()),
        recent,
        new DictionaryChoices(
            json.path("importCandidates").asBoolean(usual.dictionary().importCandidates()),
            json.path("grouped").asBoolean(usual.dictionary().grouped()),
            table(json)));
  }

  private static TableChoices table(JsonNode json) {
    TableChoices usual = TableChoices.DEFAULT;
    List<TableChoices.Sorting> sorting = new ArrayList<>();
    for (JsonNode by : json.path("sortedBy")) {
      sorting.add(
          new TableChoices.Sorting(
              by.path("column").asString(""), by.path("descending").asBoolean(false)));
    }
    return new TableChoices(
        names(json.path("columnOrder"), usual.order()),
        names(json.path("hiddenColumns"), usual.hidden()),
        sorting);
  }

  private static List<String> names(JsonNode json, List<String> usual) {
    if (!json.isArray()) {
      return usual;
    }
    List<String> names = new ArrayList<>();
    json.forEach(name -> names.add(name.asString("")));
    return names;
  }

  /** Saves; a place that cannot be written is logged and left. */
  public void write(Settings settings) {
    ObjectNode json = JSON.createObjectNode();
    json.put("theme", settings.theme().name().toLowerCase(Locale.ROOT));
    json.put("language", settings.language());
    json.put("typeSize", settings.typeSize());
    json.put("wordScale", settings.wordScale());
    json.put("reducedMotion", settings.reducedMotion());
    json.put("width", settings.width());
    json.put("height", settings.height());
    json.put("maximized", settings.maximized());
    json.put("place", settings.place());
    json.put("importCandidates", settings.dictionary().importCandidates());
    json.put("grouped", settings.dictionary().grouped());
    write(settings.dictionary().table(), json);
    settings.recent().forEach(path -> json.withArray("recent").add(path.toString()));
    try {
      SafeWrite.write(
          file, out -> out.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(json)));
    } catch (Fault e) {
      LOG.warn("settings not saved", e);
    }
  }

  private static void write(TableChoices table, ObjectNode json) {
    ArrayNode order = json.putArray("columnOrder");
    table.order().forEach(order::add);
    ArrayNode hidden = json.putArray("hiddenColumns");
    table.hidden().forEach(hidden::add);
    ArrayNode sorted = json.putArray("sortedBy");
    for (TableChoices.Sorting by : table.sorting()) {
      sorted.addObject().put("column", by.column()).put("descending", by.descending());
    }
  }
}
