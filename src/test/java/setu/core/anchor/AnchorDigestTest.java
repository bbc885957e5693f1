package setu.core.anchor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What is known of a state after an edit is what one pass over all of its anchors would say. */
class AnchorDigestTest {
  private static final List<AnchorStatus> STATUSES = List.of(AnchorStatus.values());

  private static Anchor anchor(long id, Random random) {
    return new Anchor(
        id,
        "s" + random.nextInt(3),
        "t" + random.nextInt(2),
        STATUSES.get(random.nextInt(4)),
        "",
        "",
        "",
        "file",
        "me",
        Instant.EPOCH);
  }

  private static List<Anchor> edited(List<Anchor> before, Random random) {
    List<Anchor> now = new ArrayList<>();
    for (Anchor each : before) {
      switch (random.nextInt(6)) {
        case 0 -> now.add(anchor(each.id(), random));
        case 1 -> {}
        default -> now.add(each);
      }
    }
    long next = before.isEmpty() ? 1 : before.getLast().id() + 1;
    for (int i = random.nextInt(3); i > 0; i--) {
      now.add(anchor(next++, random));
    }
    // An undone removal comes back among those that stayed.
    if (random.nextBoolean() && now.size() > 1) {
      now.remove(random.nextInt(now.size()));
    }
    return now;
  }

  @Property(tries = 300)
  void anEditIsFollowed(@ForAll long seed) {
    Random random = new Random(seed);
    List<Anchor> before = List.of();
    AnchorDigest digest = AnchorDigest.of(before);
    for (int edit = 0; edit < 12; edit++) {
      List<Anchor> now =
          random.nextInt(4) == 0 ? edited(List.of(), random) : edited(before, random);
      digest = digest.after(before, now);
      before = now;
      assertThat(digest.accepted())
          .isEqualTo(
              now.stream()
                  .filter(each -> each.status() == AnchorStatus.ACCEPTED)
                  .map(Anchor::pair)
                  .toList());
      for (AnchorStatus status : STATUSES) {
        assertThat(digest.count(status))
            .isEqualTo((int) now.stream().filter(each -> each.status() == status).count());
      }
      for (Anchor each : now) {
        Anchor found = digest.standing(now, each.pair());
        List<Anchor> same = now.stream().filter(one -> one.pair().equals(each.pair())).toList();
        assertThat(found)
            .isEqualTo(
                same.stream()
                    .filter(one -> one.status() == AnchorStatus.ACCEPTED)
                    .findFirst()
                    .orElse(same.getFirst()));
      }
      assertThat(digest.standing(now, new WordPair("s0", "none"))).isNull();
    }
  }

  /** The pair of a removed anchor comes back to its place when that is undone. */
  @Property(tries = 50)
  void whatComesBackStandsWhereItWas(@ForAll long seed) {
    Random random = new Random(seed);
    List<Anchor> all = new ArrayList<>();
    for (long id = 1; id < 20; id++) {
      all.add(anchor(id, random));
    }
    List<Anchor> less = new ArrayList<>(all);
    less.remove(random.nextInt(less.size()));
    AnchorDigest back = AnchorDigest.of(all).after(all, less).after(less, all);
    assertThat(back.accepted()).isEqualTo(AnchorDigest.of(all).accepted());
  }
}
