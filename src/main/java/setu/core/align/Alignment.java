package setu.core.align;

import org.jspecify.annotations.Nullable;
import setu.core.math.FloatMatrix;
import setu.core.math.LinearAlgebra;
import setu.core.space.Normalization;

/**
 * A solved mapping: source rows, and by some methods target rows, go to a shared space.
 *
 * <p>Rows are given as they were to the method: normalised in the same way.
 */
public final class Alignment {
  private final String method;
  private final SpaceMap source;
  private final @Nullable SpaceMap target;
  private final AlignmentRun run;

  /**
   * Source rows go by {@code source}, target rows by {@code target}; null where they stay.
   *
   * @param method the method's name on the command line
   */
  public Alignment(String method, SpaceMap source, @Nullable SpaceMap target, AlignmentRun run) {
    this.method = method;
    this.source = source;
    this.target = target;
    this.run = run;
  }

  /** A closed-form W, d × d′, of the source; target rows stay. */
  public Alignment(String method, FloatMatrix mapping) {
    this(method, new LinearMap(mapping), null, AlignmentRun.CLOSED_FORM);
  }

  /** The method's name on the command line. */
  public String method() {
    return method;
  }

  /** How the run went: losses, completeness, convergence. */
  public AlignmentRun run() {
    return run;
  }

  /** Whether the method ran to its end. */
  public boolean complete() {
    return run.complete();
  }

  /** The source's map. */
  public SpaceMap source() {
    return source;
  }

  /** The target's map, or null where target rows stay as they are. */
  public @Nullable SpaceMap target() {
    return target;
  }

  /** Whether target rows stay and source rows go by W alone, {@code x·W}, without a centre. */
  public boolean sourceAlone() {
    return target == null && source instanceof LinearMap map && map.center() == null;
  }

  /** W of the source, d × e, applied from the right: {@code x·W}. */
  public FloatMatrix mapping() {
    return source.matrix();
  }

  /** Source rows (n × d) in the shared space: n × e, of unit length, in new memory. */
  public FloatMatrix mapSource(FloatMatrix rows) {
    return source.apply(rows);
  }

  /**
   * Target rows (m × d′) in the shared space: m × e, of unit length. Where targets stay and are of
   * unit length these are the rows themselves, not to be written.
   */
  public FloatMatrix mapTarget(FloatMatrix rows) {
    return target == null ? Normalization.unitRows(rows) : target.apply(rows);
  }

  /**
   * {@code rows · Wᵀ} with every row brought to unit length, m × d: target rows in the source
   * space. The inverse of {@link #mapSource} where W is orthogonal and target rows stay.
   */
  public FloatMatrix mapTargetBack(FloatMatrix rows) {
    return UnitRows.scale(LinearAlgebra.multiplyTransposed(rows, mapping()));
  }
}
