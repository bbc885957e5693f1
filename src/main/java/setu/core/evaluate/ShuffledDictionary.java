package setu.core.evaluate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGeneratorFactory;
import setu.core.align.ResolvedAnchors;
import setu.core.anchor.WordPair;

/**
 * A control: the same anchors with their target words dealt out at random. A mapping solved on them
 * keeps everything but the translations, so whatever it scores was not learnt from the dictionary
 * (a control task in the sense of Hewitt and Liang 2019).
 */
public final class ShuffledDictionary {
  /** What a benchmark calls it. */
  public static final String NAME = "shuffled-control";

  private static final String GENERATOR = "L64X128MixRandom";

  private ShuffledDictionary() {}

  /** The shuffled anchors; the same seed gives the same ones. */
  public static ResolvedAnchors of(ResolvedAnchors anchors, long seed) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < anchors.size(); i++) {
      order.add(i);
    }
    Collections.shuffle(
        order, java.util.Random.from(RandomGeneratorFactory.of(GENERATOR).create(seed)));
    List<Integer> targets = new ArrayList<>();
    List<WordPair> used = new ArrayList<>();
    for (int i = 0; i < order.size(); i++) {
      targets.add(anchors.targetRows().get(order.get(i)));
      used.add(
          new WordPair(anchors.used().get(i).source(), anchors.used().get(order.get(i)).target()));
    }
    return new ResolvedAnchors(anchors.sourceRows(), targets, used, anchors.outOfVocabulary());
  }
}
