package setu.gui.shell;

import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.util.Subscription;
import setu.core.anchor.AnchorStatus;
import setu.gui.anchors.AnchorsView;
import setu.gui.preferences.DictionaryChoices;
import setu.gui.preferences.Settings;

/** What is chosen in the views of a window is kept with the settings. */
final class KeptChoices {
  private final ObjectProperty<Settings> settings;

  private KeptChoices(ObjectProperty<Settings> settings) {
    this.settings = settings;
  }

  /**
   * Follows the views, and shows in them what was chosen before; the view of the rail is only kept.
   *
   * @param imported the status of imported pairs that say none
   */
  static Subscription of(
      ObjectProperty<Settings> settings,
      ObjectProperty<AnchorStatus> imported,
      AnchorsView anchors,
      Rail rail) {
    KeptChoices kept = new KeptChoices(settings);
    return Subscription.combine(
        settings.subscribe(
            chosen -> {
              DictionaryChoices dictionary = chosen.dictionary();
              imported.set(
                  dictionary.importCandidates() ? AnchorStatus.CANDIDATE : AnchorStatus.ACCEPTED);
              anchors.groupedProperty().set(dictionary.grouped());
              anchors.columnsProperty().set(dictionary.table());
            }),
        imported.subscribe(
            (before, now) ->
                kept.keep(chosen -> chosen.withImportCandidates(now == AnchorStatus.CANDIDATE))),
        anchors
            .groupedProperty()
            .subscribe((before, now) -> kept.keep(chosen -> chosen.withGrouped(now))),
        anchors
            .columnsProperty()
            .subscribe((before, now) -> kept.keep(chosen -> chosen.withTable(now))),
        rail.placeProperty()
            .subscribe((before, now) -> settings.set(settings.get().withPlace(now.kept()))));
  }

  private void keep(UnaryOperator<DictionaryChoices> change) {
    Settings before = settings.get();
    settings.set(before.withDictionary(change.apply(before.dictionary())));
  }
}
