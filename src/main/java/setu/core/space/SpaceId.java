package setu.core.space;

/**
 * What a space is known by: the SHA-256 of its file's bytes and of the options it was read with, in
 * hexadecimal.
 */
public record SpaceId(String hash) {
  @Override
  public String toString() {
    return hash;
  }
}
