package setu.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import setu.core.anchor.WordPair;
import setu.core.space.Vocabulary;

/**
 * Edits as a person makes them, one after another and drawn by a seed: a pair removed, a wrong pair
 * added, a pair given another's translation, a removed pair put back. Both words are always known.
 */
final class LiveEdits {
  private final List<WordPair> pairs;
  private final List<WordPair> removed = new ArrayList<>();
  private final Vocabulary source;
  private final Vocabulary target;
  private final RandomGenerator random;
  private int made;

  /** Begins with {@code pairs}. */
  LiveEdits(List<WordPair> pairs, Vocabulary source, Vocabulary target, long seed) {
    this.pairs = new ArrayList<>(pairs);
    this.source = source;
    this.target = target;
    random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  /** The pairs as they are now. */
  List<WordPair> pairs() {
    return List.copyOf(pairs);
  }

  /** Makes the next edit and gives the pairs after it. */
  List<WordPair> next() {
    switch (made++ % 4) {
      case 0 -> removed.add(pairs.remove(known()));
      case 1 -> pairs.add(wrong());
      case 2 -> {
        int place = known();
        pairs.set(place, new WordPair(pairs.get(place).source(), pairs.get(known()).target()));
      }
      default -> pairs.add(removed.removeLast());
    }
    return pairs();
  }

  private int known() {
    for (int tries = 0; tries < 1000; tries++) {
      int place = random.nextInt(pairs.size());
      WordPair pair = pairs.get(place);
      if (source.row(pair.source()) >= 0 && target.row(pair.target()) >= 0) {
        return place;
      }
    }
    return 0;
  }

  private WordPair wrong() {
    return new WordPair(
        source.word(random.nextInt(Math.min(source.size(), 5000))),
        target.word(random.nextInt(Math.min(target.size(), 5000))));
  }
}
