package setu.gui.common;

import java.nio.file.Path;
import setu.core.anchor.DictionaryPreview;

/**
 * A table whose columns are asked for before it is imported.
 *
 * @param sourceLanguage the language of the project's source words; empty if not known
 */
public record PendingImport(Path file, DictionaryPreview preview, String sourceLanguage) {}
