package setu.core.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Bands of whole numbers.
 *
 * @param ends the last number of each band but the open one, ascending
 * @param first the first number of the first band
 */
record Bands(int first, List<Integer> ends) {
  /** Of frequency ranks, from 1. */
  static final Bands RANKS = new Bands(1, List.of(500, 1000, 2000, 5000, 10_000, 20_000, 50_000));

  /** Of letters. */
  static final Bands LENGTHS = new Bands(1, List.of(2, 4, 6, 8));

  /** Of anchors among the {@value QueryTraits#NEIGHBORHOOD} nearest words. */
  static final Bands DENSITIES = new Bands(0, List.of(0, 1, 3, 6));

  /** The band of a number, such as {@code 501–1,000}. */
  String of(int number) {
    return names().get(place(number));
  }

  private int place(int number) {
    int place = 0;
    while (place < ends.size() && number > ends.get(place)) {
      place++;
    }
    return place;
  }

  /** Every band's name, in order. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    int from = first;
    for (int end : ends) {
      names.add(from == end ? number(end) : number(from) + "–" + number(end));
      from = end + 1;
    }
    names.add(number(from) + "+");
    return names;
  }

  private static String number(int number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
