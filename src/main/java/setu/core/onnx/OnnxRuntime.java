package setu.core.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtProvider;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.providers.OrtCUDAProviderOptions;

/** The one ONNX Runtime of this process. The first call loads its native library. */
public final class OnnxRuntime {
  private OnnxRuntime() {}

  /** The environment that every session lives in; it logs nothing. */
  public static OrtEnvironment environment() {
    return OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL, "setu");
  }

  /**
   * Options of a session on {@link Device#CPU} or {@link Device#CUDA}.
   *
   * @param threads those a single call may use on the processor
   * @throws OrtException if the device is not there
   */
  public static SessionOptions options(Device device, int threads) throws OrtException {
    SessionOptions options = new SessionOptions();
    try {
      options.setIntraOpNumThreads(threads);
      if (device == Device.CUDA) {
        if (!OrtEnvironment.getAvailableProviders().contains(OrtProvider.CUDA)) {
          throw new OrtException("this build of ONNX Runtime has no CUDA");
        }
        try (OrtCUDAProviderOptions cuda = new OrtCUDAProviderOptions(0)) {
          // Products in full floats: TF32 would keep three digits.
          cuda.add("use_tf32", "0");
          options.addCUDA(cuda);
        }
      }
      return options;
    } catch (OrtException | RuntimeException e) {
      options.close();
      throw e;
    }
  }

  /** A session on a model in memory. */
  static OrtSession open(byte[] model, Device device, int threads) throws OrtException {
    OrtEnvironment environment = environment();
    try (SessionOptions options = options(device, threads)) {
      return environment.createSession(model, options);
    }
  }

  /** The first line of what went wrong, for reasons shown to people. */
  public static String reason(Throwable e) {
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message.lines().findFirst().orElse("");
  }
}
