package setu.core.neighbor;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import setu.core.math.ByteProduct;
import setu.core.math.VectorKernel;
import setu.core.neighbor.EngineReason.Kind;

/** 8-bit products that are tried when first needed, and used only where they passed. */
final class Filter {
  private final Supplier<ByteProduct> source;
  private final VectorKernel kernel;
  private @Nullable ByteProduct product;
  private FilterProbe.@Nullable Verdict verdict;

  /**
   * Products from {@code source}, which throws {@link IllegalStateException} where there are none,
   * against {@code kernel}.
   */
  Filter(Supplier<ByteProduct> source, VectorKernel kernel) {
    this.source = source;
    this.kernel = kernel;
  }

  /** Products that need no trial. */
  static Filter trusted(ByteProduct product, VectorKernel kernel) {
    Filter filter = new Filter(() -> product, kernel);
    filter.product = product;
    filter.verdict = new FilterProbe.Verdict(true, new EngineReason(Kind.FAST_PRODUCTS, "?"));
    return filter;
  }

  /** The products; null where they failed. The first call tries them. */
  synchronized @Nullable ByteProduct product() {
    verdict();
    return product;
  }

  /** What the trial found. The first call tries. */
  synchronized FilterProbe.Verdict verdict() {
    FilterProbe.Verdict known = verdict;
    if (known == null) {
      known = tried();
      verdict = known;
    }
    return known;
  }

  private FilterProbe.Verdict tried() {
    try {
      ByteProduct candidate = source.get();
      FilterProbe.Verdict found = FilterProbe.judge(candidate, kernel);
      product = found.passed() ? candidate : null;
      return found;
    } catch (IllegalStateException e) {
      return FilterProbe.missing(e);
    }
  }

  /** Whether they were tried and passed; does not try. */
  synchronized boolean inUse() {
    return product != null;
  }

  /** Whether they were tried. */
  synchronized boolean known() {
    return verdict != null;
  }
}
