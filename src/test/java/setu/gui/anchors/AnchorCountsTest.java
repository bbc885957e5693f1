package setu.gui.anchors;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import setu.core.anchor.Anchor;
import setu.core.anchor.AnchorStatus;
import setu.core.task.Cancellation;

/** Counts kept edit by edit are those of counting everything. */
class AnchorCountsTest {
  @Property(tries = 50)
  void whatCameAndWentIsCountedAsIfAllWereCounted(@ForAll long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    AnchorCounts counts = new AnchorCounts(anchor -> !anchor.source().equals("s0"));
    List<Anchor> all = new ArrayList<>();
    for (int step = 0; step < 20; step++) {
      List<Anchor> gone = new ArrayList<>();
      List<Anchor> come = new ArrayList<>();
      for (int i = random.nextInt(5); i > 0 && !all.isEmpty(); i--) {
        gone.add(all.remove(random.nextInt(all.size())));
      }
      for (int i = random.nextInt(5); i > 0; i--) {
        come.add(anchor(random));
      }
      all.addAll(come);
      counts.replace(gone, come);
      for (Facet facet : Facet.values()) {
        assertThat(counts.values(facet)).as("%s", facet).isEqualTo(counted(all, facet));
      }
      assertThat(counts.unknown()).isEqualTo(unknown(all));
    }
    AnchorCounts anew =
        AnchorCounts.of(all, anchor -> !anchor.source().equals("s0"), Cancellation.none());
    assertThat(anew.unknown()).isEqualTo(unknown(all));
    for (Facet facet : Facet.values()) {
      assertThat(anew.values(facet)).as("%s", facet).isEqualTo(counts.values(facet));
    }
  }

  private static long unknown(List<Anchor> all) {
    return all.stream().filter(anchor -> anchor.source().equals("s0")).count();
  }

  private static Map<String, Integer> counted(List<Anchor> all, Facet facet) {
    Map<String, Integer> counted = new TreeMap<>();
    all.stream()
        .collect(groupingBy(facet::of, counting()))
        .forEach((value, count) -> counted.put(value, count.intValue()));
    return counted;
  }

  private static Anchor anchor(RandomGenerator random) {
    return new Anchor(
        1,
        "s" + random.nextInt(3),
        "t",
        random.nextBoolean() ? AnchorStatus.ACCEPTED : AnchorStatus.UNSURE,
        random.nextBoolean() ? "" : "noun",
        "c" + random.nextInt(3),
        "",
        "o" + random.nextInt(2),
        "a",
        Instant.EPOCH);
  }
}
