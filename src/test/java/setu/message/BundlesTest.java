package setu.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import setu.core.anchor.AnchorStatus;
import setu.core.fault.Fault;
import setu.core.neighbor.EngineReason;
import setu.core.space.LoadReport;
import setu.core.task.Phase;

/** The bundles are complete, alike and without ballast. */
class BundlesTest {
  private static final Path FOLDER = Path.of("src/main/resources/setu/message");
  private static final Pattern LITERAL = Pattern.compile("\"([A-Za-z][A-Za-z0-9_.]*)\"");
  private static final Pattern MANY_AFTER_ONE =
      Pattern.compile(
          "\\b1 (?:(?!of )\\w+ )?(?:anchors|bytes|changes|dimensions|edits|figures|lines|methods|pairs|rows"
              + "|texts|tokens|words)\\b");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{[0-9]}");

  @Test
  void everyValueOfEveryEnumHasItsText() throws IOException {
    Set<String> wanted = new TreeSet<>();
    for (Class<?> family : Fault.class.getPermittedSubclasses()) {
      for (Enum<?> problem : problems(family)) {
        wanted.add(ErrorText.key(family, problem));
      }
    }
    for (Phase phase : Phase.values()) {
      wanted.add("phase." + phase);
    }
    for (LoadReport.Reason reason : LoadReport.Reason.values()) {
      wanted.add("badRow." + reason);
    }
    for (AnchorStatus status : AnchorStatus.values()) {
      wanted.add("anchorStatus." + status);
    }
    for (EngineReason.Kind kind : EngineReason.Kind.values()) {
      wanted.add("engineReason." + kind);
    }
    wanted.removeAll(keys("messages.properties"));
    assertThat(wanted).as("add to messages.properties and messages_si.properties").isEmpty();
  }

  @Test
  void everyFaultSaysWhereOrWhat() throws IOException {
    Properties english = load("messages.properties");
    for (String key : english.stringPropertyNames()) {
      if (key.startsWith("fault.")) {
        assertThat(english.getProperty(key)).as(key).containsAnyOf("{0}", "{2}").endsWith(".");
      }
    }
  }

  @Test
  void bothLanguagesHaveTheSameKeysAndPlaceholders() throws IOException {
    Properties english = load("messages.properties");
    Properties sinhala = load("messages_si.properties");
    assertThat(keys("messages_si.properties")).isEqualTo(keys("messages.properties"));
    for (String key : english.stringPropertyNames()) {
      assertThat(placeholders(sinhala.getProperty(key)))
          .as(key)
          .isEqualTo(placeholders(english.getProperty(key)));
    }
  }

  @Test
  void oneIsFollowedByASingular() throws IOException {
    Object[] ones = new Object[10];
    Arrays.fill(ones, 1);
    for (String key : keys("messages.properties")) {
      assertThat(Messages.inEnglish().text(key, ones))
          .as(key)
          .doesNotContainPattern(MANY_AFTER_ONE);
    }
  }

  @Test
  void noKeyStandsTwice() throws IOException {
    for (String name : List.of("messages.properties", "messages_si.properties")) {
      List<String> seen = new ArrayList<>();
      for (String line : Files.readAllLines(FOLDER.resolve(name))) {
        if (line.matches("[a-zA-Z].*=.*")) {
          seen.add(line.substring(0, line.indexOf('=')).strip());
        }
      }
      assertThat(seen).as(name).doesNotHaveDuplicates();
    }
  }

  @Test
  void noKeyIsUnused() throws IOException {
    Set<String> literals = new TreeSet<>();
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
      for (Path source : sources.filter(p -> p.toString().endsWith(".java")).toList()) {
        Matcher matcher = LITERAL.matcher(Files.readString(source));
        while (matcher.find()) {
          literals.add(matcher.group(1));
        }
      }
    }
    Set<String> unused = new TreeSet<>(keys("messages.properties"));
    unused.removeIf(key -> used(key, literals));
    assertThat(unused).as("no string in src/main/java names these keys").isEmpty();
  }

  /** A key is used where it stands whole, or where a literal that ends in a dot begins it. */
  private static boolean used(String key, Set<String> literals) {
    if (literals.contains(key)) {
      return true;
    }
    for (int dot = key.indexOf('.'); dot >= 0; dot = key.indexOf('.', dot + 1)) {
      if (literals.contains(key.substring(0, dot + 1))) {
        return true;
      }
    }
    return key.startsWith("badRow.") || key.startsWith("anchorStatus.");
  }

  private static List<Enum<?>> problems(Class<?> family) {
    for (Class<?> nested : family.getDeclaredClasses()) {
      if (nested.getSimpleName().equals("Problem")) {
        return Stream.of(nested.getEnumConstants()).<Enum<?>>map(c -> (Enum<?>) c).toList();
      }
    }
    throw new AssertionError(family + " has no Problem");
  }

  private static Set<String> placeholders(String text) {
    Set<String> found = new TreeSet<>();
    Matcher matcher = PLACEHOLDER.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group());
    }
    return found;
  }

  private static Set<String> keys(String name) throws IOException {
    return new TreeSet<>(load(name).stringPropertyNames());
  }

  private static Properties load(String name) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(FOLDER.resolve(name))) {
      properties.load(reader);
    }
    return properties;
  }
}
