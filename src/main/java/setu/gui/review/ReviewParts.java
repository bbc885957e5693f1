package setu.gui.review;

import java.util.List;
import java.util.function.Supplier;
import setu.gui.common.Once;
import setu.gui.common.Workbench;
import setu.message.Messages;

/** What the review of a window is made of: all at once, or before its first visit part by part. */
public final class ReviewParts {
  private final Workbench workbench;
  private final Messages messages;
  private final Once<ReviewViewModel> model;
  private final Once<CardPane> card;
  private final Once<SessionPane> session;

  /**
   * Nothing yet.
   *
   * @param maker makes the model that the view shows
   */
  public ReviewParts(Workbench workbench, Messages messages, Supplier<ReviewViewModel> maker) {
    this.workbench = workbench;
    this.messages = messages;
    this.model = new Once<>(maker);
    this.card = new Once<>(() -> new CardPane(workbench, messages));
    this.session = new Once<>(() -> new SessionPane(model.get().session(), messages));
  }

  /** Each makes a part, unless it is made: what the view then need not wait for. */
  public List<Runnable> steps() {
    return List.of(model::make, card::make, session::make);
  }

  /** The view, to be made once. */
  public ReviewView view() {
    return new ReviewView(workbench, model.get(), messages, card.get(), session.get());
  }
}
