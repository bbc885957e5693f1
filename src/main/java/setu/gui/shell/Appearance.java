package setu.gui.shell;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.application.Application;
import javafx.scene.Scene;
import setu.gui.common.Fonts;
import setu.gui.common.TypeSize;
import setu.gui.preferences.Settings;
import setu.gui.preferences.Theme;

/** Dresses a scene in the chosen theme and type sizes. */
final class Appearance {
  private Appearance() {}

  static void apply(Scene scene, Settings settings) {
    Theme theme = settings.theme();
    String base =
        theme.dark()
            ? new PrimerDark().getUserAgentStylesheet()
            : new PrimerLight().getUserAgentStylesheet();
    if (!base.equals(Application.getUserAgentStylesheet())) {
      Application.setUserAgentStylesheet(base);
    }
    List<String> sheets = new ArrayList<>();
    sheets.add(sheet("setu.css"));
    sheets.add(sheet("focus.css"));
    if (theme != Theme.LIGHT) {
      sheets.add(sheet("dark.css"));
    }
    if (theme == Theme.CONTRAST) {
      sheets.add(sheet("contrast.css"));
    }
    sheets.add(sizes(settings));
    scene.getStylesheets().setAll(sheets);
    TypeSize.set(settings.typeSize());
  }

  private static String sheet(String name) {
    URL url = Appearance.class.getResource("/setu/gui/" + name);
    return Objects.requireNonNull(url, name).toExternalForm();
  }

  private static String sizes(Settings settings) {
    int size = settings.typeSize();
    String family = settings.language().equals("si") ? Fonts.FAMILY : Fonts.LATIN;
    String css =
        String.format(
            Locale.ROOT,
            """
            .root { -fx-font-size: %dpx; -fx-font-family: "%s"; }
            .word { -fx-font-size: %.2fem; }
            .column-header.word, .column-header.word .label { -fx-font-family: "%s"; }
            .icon { -fx-icon-size: %dpx; }
            .rail-button .icon { -fx-icon-size: %dpx; }
            """,
            size,
            family,
            settings.wordScale(),
            family,
            Math.round(size * 1.25),
            Math.round(size * 1.55));
    return "data:text/css;base64,"
        + Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.UTF_8));
  }
}
