package setu.core.neighbor;

import setu.core.math.VectorKernel;

/**
 * One fact that decided for or against an engine.
 *
 * @param detail a figure, or what a library said; empty where the kind says all
 */
public record EngineReason(Kind kind, String detail) {
  /** What was found. {@code %s} in its English is the detail. */
  public enum Kind {
    /** The Vector API is there; the detail is the number of floats in a vector. */
    VECTOR_API("the Vector API is there, %s floats a vector"),
    /** Started without the Vector API. */
    NO_VECTOR_API("started without --add-modules=jdk.incubator.vector"),
    /** Plain loops were asked for. */
    PLAIN_LOOPS("plain loops"),
    /** 8-bit products are right, and worth it; the detail is how many times as fast they are. */
    FAST_PRODUCTS("8-bit products %s × the float kernel"),
    /** 8-bit products are right, but not worth it; the detail is how many times as fast. */
    SLOW_PRODUCTS("8-bit products %s × the float kernel: too little"),
    /** 8-bit products give wrong sums. */
    SATURATING_PRODUCTS("8-bit products saturate on this processor"),
    /** There are no 8-bit products; the detail says why. */
    NO_PRODUCTS("no 8-bit products: %s"),
    /** ND4J's products. */
    ND4J("ND4J's products"),
    /** ND4J has nothing native for this platform. */
    NO_ND4J("no native ND4J for this platform"),
    /** ONNX Runtime's products. */
    ONNX("ONNX Runtime's products"),
    /** There is no CUDA; the detail says why. */
    NO_CUDA("no CUDA: %s");

    private final String english;

    Kind(String english) {
      this.english = english;
    }
  }

  /** A fact that needs no detail. */
  static EngineReason of(Kind kind) {
    return new EngineReason(kind, "");
  }

  /** Why {@code kernel} is the one of this process. */
  static EngineReason of(VectorKernel kernel) {
    return kernel.vectorised()
        ? new EngineReason(Kind.VECTOR_API, Integer.toString(kernel.panelWidth() / 2))
        : of(Kind.NO_VECTOR_API);
  }

  /** The fact in English, for logs and benchmarks. */
  @Override
  public String toString() {
    return kind.english.replace("%s", detail);
  }
}
