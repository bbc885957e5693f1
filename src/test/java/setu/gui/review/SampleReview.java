package setu.gui.review;

import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import setu.core.align.ReviewCard;
import setu.core.anchor.Anchor;
import setu.core.neighbor.NeighborSearches;
import setu.gui.common.Workbench;
import setu.gui.shell.SampleWorkbench;

/** The review of the sample, opened before each test and closed after it. */
abstract class SampleReview {
  @TempDir Path folder;
  Workbench workbench;
  ReviewViewModel model;

  @BeforeEach
  void open() {
    workbench = SampleWorkbench.open(folder);
    model = new ReviewViewModel(workbench, NeighborSearches.best());
    model.setShown(true);
  }

  @AfterEach
  void close() {
    model.dispose();
    workbench.close();
  }

  /** The card under review. */
  ReviewCard card() {
    return Objects.requireNonNull(model.cardProperty().get());
  }

  /** The anchor that was added last. */
  Anchor last() {
    return workbench.anchorsProperty().get().anchors().getLast();
  }
}
