package setu.gui.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import setu.core.align.ReviewCard;
import setu.core.align.ReviewQueue;
import setu.core.anchor.Draft;
import setu.core.anchor.WordPair;
import setu.core.neighbor.NeighborSearches;
import setu.gui.common.Workbench;
import setu.gui.shell.SampleWorkbench;

/** The neighbours of a card, found under the alignment of the moment. */
@NullUnmarked
class CardLookTest {
  private static final ReviewCard RIVER = card("river", "ගඟ");
  private static final ReviewCard MOTHER = card("mother", "මව");

  @TempDir Path folder;

  private static ReviewCard card(String source, String target) {
    return new ReviewCard(ReviewQueue.SUGGESTED, new WordPair(source, target), 0, 0, null, null);
  }

  @Test
  void theNeighboursAreOfTheCardLookedAtLast() {
    try (Workbench workbench = SampleWorkbench.open(folder)) {
      CardLook look = new CardLook(workbench, NeighborSearches.best());
      look.at(RIVER);
      assertThat(look.neighborsProperty().get().card()).isEqualTo(RIVER);
      look.at(MOTHER);
      assertThat(look.neighborsProperty().get().card()).isEqualTo(MOTHER);
    }
  }

  @Test
  void aCardThatWasLeftIsToldOfOnceMore() {
    try (Workbench workbench = SampleWorkbench.open(folder)) {
      CardLook look = new CardLook(workbench, NeighborSearches.best());
      look.at(RIVER);
      List<Boolean> told = new ArrayList<>();
      look.neighborsProperty().subscribe((before, now) -> told.add(now != null));
      look.leave();
      look.at(RIVER);
      assertThat(told).as("gone, then there").containsExactly(false, true);
    }
  }

  @Test
  void anEditThatMovesTheMappingMakesTheSpacesAnew() {
    try (Workbench workbench = SampleWorkbench.open(folder)) {
      CardLook look = new CardLook(workbench, NeighborSearches.best());
      CardNeighbors.Bases before = look.bases();
      assertThat(look.bases()).as("under the same alignment").isSameAs(before);
      workbench.addAnchor(Draft.accepted("stream", "ගඟ", "x"));
      assertThat(look.bases()).isNotNull().isNotSameAs(before);
    }
  }

  @Test
  void withoutAProjectThereIsNothingToLookAt() {
    try (Workbench workbench = SampleWorkbench.empty(folder)) {
      CardLook look = new CardLook(workbench, NeighborSearches.best());
      look.at(RIVER);
      assertThat(look.neighborsProperty().get()).isNull();
      assertThat(look.bases()).isNull();
    }
  }
}
