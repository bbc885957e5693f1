package setu.core.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnxruntime.OrtException;
import org.junit.jupiter.api.Test;

class DeepStackTest {
  @Test
  void hasRoomThatAUsualThreadHasNot() throws OrtException {
    assertThat(DeepStack.call(() -> depth(100_000))).isEqualTo(100_000);
  }

  @Test
  void throwsWhatTheWorkThrows() {
    assertThatThrownBy(
            () ->
                DeepStack.call(
                    () -> {
                      throw new OrtException("no");
                    }))
        .isInstanceOf(OrtException.class)
        .hasMessageContaining("no");
    assertThatThrownBy(
            () ->
                DeepStack.call(
                    () -> {
                      throw new IllegalStateException("no");
                    }))
        .isInstanceOf(IllegalStateException.class);
  }

  private static int depth(int rest) {
    return rest == 0 ? 0 : 1 + depth(rest - 1);
  }
}
