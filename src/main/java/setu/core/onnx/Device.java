package setu.core.onnx;

/** Where a model runs. */
public enum Device {
  /** The processor. */
  CPU,
  /** An NVIDIA card, through ONNX Runtime's CUDA provider. */
  CUDA,
  /** CUDA where it works, else the processor. */
  AUTO
}
