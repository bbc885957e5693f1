package setu.gui.map;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How each point is drawn: a tone, which is an index into a table of colours, and whether it is
 * grey context under the rest.
 */
final class PointLook {
  /** The tone of context. */
  static final byte CONTEXT = 0;

  /** The tone of the source's points where colour tells the language. */
  static final byte SOURCE = 1;

  /** The tone of the target's points where colour tells the language. */
  static final byte TARGET = 2;

  /** The first tone of the ramp, where colour tells a number. */
  static final int RAMP = 3;

  /** How many tones the ramp has. */
  static final int RAMP_TONES = 64;

  private final byte[] tones;
  private final boolean @Nullable [] hollow;
  private final boolean anyContext;

  private PointLook(byte[] tones, boolean @Nullable [] hollow) {
    this.tones = tones;
    this.hollow = hollow;
    boolean any = false;
    for (byte tone : tones) {
      any |= tone == CONTEXT;
    }
    this.anyContext = any;
  }

  /** Colour tells the language. */
  static PointLook language(int sources, int size) {
    byte[] tones = new byte[size];
    Arrays.fill(tones, 0, sources, SOURCE);
    Arrays.fill(tones, sources, size, TARGET);
    return new PointLook(tones, null);
  }

  /** Colour tells a number of each point, 0 to 1; NaN makes it context. */
  static PointLook ramp(float[] values) {
    byte[] tones = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      tones[i] =
          Float.isNaN(values[i])
              ? CONTEXT
              : (byte) (RAMP + Math.round(Math.clamp(values[i], 0f, 1f) * (RAMP_TONES - 1)));
    }
    return new PointLook(tones, null);
  }

  /** The same, with all points but {@code chosen} as context; all of them when it is empty. */
  PointLook only(int[] chosen) {
    if (chosen.length == 0) {
      return this;
    }
    byte[] next = new byte[tones.length];
    for (int point : chosen) {
      next[point] = tones[point];
    }
    return new PointLook(next, hollow);
  }

  /** The same, with the points that are not to be trusted hollow. */
  PointLook doubting(LayoutTrust trust) {
    boolean[] next = new boolean[tones.length];
    for (int i = 0; i < next.length; i++) {
      next[i] = trust.doubtful(i);
    }
    return new PointLook(tones, next);
  }

  /** Which points are drawn hollow and faint; null when none is. */
  boolean @Nullable [] hollow() {
    return hollow;
  }

  byte[] tones() {
    return tones;
  }

  boolean anyContext() {
    return anyContext;
  }

  /** The colours of all tones, 0xRRGGBB. */
  static int[] colours(Palette palette) {
    int[] colours = new int[RAMP + RAMP_TONES];
    colours[CONTEXT] = Palette.rgb(palette.context());
    colours[SOURCE] = Palette.rgb(palette.source());
    colours[TARGET] = Palette.rgb(palette.target());
    for (int i = 0; i < RAMP_TONES; i++) {
      colours[RAMP + i] = Palette.ramp((double) i / (RAMP_TONES - 1));
    }
    return colours;
  }
}
