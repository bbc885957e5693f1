package setu.cli;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The JSON that commands print: indented, keys in the order they were put. */
final class JsonOutput {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private JsonOutput() {}

  /** The document's text, without a final line break. */
  static String text(Object document) {
    return MAPPER.writeValueAsString(document);
  }
}
