package setu.core.space;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Distinct words in order, found by an open-addressed table of row numbers: 8 bytes a word. */
final class WordTable {
  private final @Nullable CachedWords cached;
  private String[] words;
  private int[] slots;
  private int size;

  WordTable(int expected) {
    cached = null;
    words = new String[Math.max(16, expected)];
    slots = emptySlots(words.length);
  }

  /** Words that were in a table with these slots before; each is made when it is asked for. */
  WordTable(CachedWords cached, int[] slots) {
    this.cached = cached;
    this.size = cached.size();
    this.words = new String[size];
    this.slots = slots;
  }

  /** The rows by the hashes of their words, −1 where no row is. */
  int[] slots() {
    return slots;
  }

  private static int[] emptySlots(int words) {
    int[] slots = new int[Integer.highestOneBit(Math.max(16, words) - 1) << 2];
    Arrays.fill(slots, -1);
    return slots;
  }

  /** Appends a word; false if it is there already. */
  boolean add(String word) {
    int slot = slot(word);
    if (slots[slot] >= 0) {
      return false;
    }
    if (size == words.length) {
      words = Arrays.copyOf(words, size + (size >> 1));
    }
    words[size] = word;
    slots[slot] = size++;
    if (size * 2L > slots.length) {
      rehash();
    }
    return true;
  }

  /** The row of a word; −1 if it is not there. */
  int row(String word) {
    return slots[slot(word)];
  }

  String word(int row) {
    if (row >= size) {
      throw new IndexOutOfBoundsException(row);
    }
    String word = words[row];
    if (word == null && cached != null) {
      // Threads may make it twice; either string will do.
      word = cached.word(row);
      words[row] = word;
    }
    return word;
  }

  int size() {
    return size;
  }

  private int slot(String word) {
    int mask = slots.length - 1;
    int hash = word.hashCode() * 0x9E3779B9;
    int slot = (hash ^ (hash >>> 15)) & mask;
    while (slots[slot] >= 0 && !word(slots[slot]).equals(word)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void rehash() {
    slots = emptySlots(size * 2);
    for (int row = 0; row < size; row++) {
      slots[slot(word(row))] = row;
    }
  }
}
