package setu.gui.review;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import setu.core.align.AnchorAudit;
import setu.core.align.ReviewCard;
import setu.core.align.ReviewQueue;
import setu.core.align.Suggestion;
import setu.core.anchor.Anchor;
import setu.core.anchor.DictionaryCleaning;
import setu.core.anchor.DictionaryCleaning.Kind;
import setu.core.anchor.DoubleBlind;
import setu.core.anchor.Statement;
import setu.gui.common.Side;
import setu.gui.common.Workbench;
import setu.message.Messages;

/** What speaks for or against a card's pair, in words: why it is asked about, and who said what. */
final class CardEvidence {
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  /** Origins that the program gives, which name no file. */
  private static final Set<String> OWN_ORIGINS =
      Set.of(DoubleBlind.SUGGESTED, DoubleBlind.INFLECTION, DoubleBlind.ENTERED);

  private final Workbench workbench;
  private final Messages messages;

  CardEvidence(Workbench workbench, Messages messages) {
    this.workbench = workbench;
    this.messages = messages;
  }

  /** A paragraph, of several lines where several rows say something of the pair. */
  String of(ReviewCard card) {
    Suggestion suggestion = card.suggestion();
    if (suggestion != null) {
      return suggested(suggestion);
    }
    AnchorAudit.Audited audited = card.audited();
    if (audited != null) {
      String placed =
          messages.text("gui.review.why.SUSPECT", audited.goldRank(), number(audited.residual()));
      return audited.crossing() ? placed + " " + messages.text("gui.review.crossing") : placed;
    }
    DoubleBlind.Case differing = card.differing();
    if (differing != null) {
      return messages.text("gui.review.why.DIFFERENCES", said(differing));
    }
    Anchor anchor = workbench.anchorsProperty().get().get(card.anchor());
    if (anchor == null) {
      return messages.text("gui.review.why." + card.queue().name(), "");
    }
    String all = why(card.queue(), anchor) + cautions(anchor);
    return card.queue() == ReviewQueue.CONFLICTS
        ? all + "\n" + String.join("\n", statements(anchor))
        : all;
  }

  /** The same by the present alignment, once the neighbours under it are found. */
  String of(CardNeighbors found) {
    ReviewCard card = found.card();
    Suggestion now = found.suggestion();
    if (now != null) {
      return suggested(now);
    }
    String then = of(card);
    return card.suggestion() == null || found.source() == null || found.target() == null
        ? then
        : messages.text("gui.review.overtaken") + " " + then;
  }

  /** Why a pair of the dictionary is asked about; a file it came from is named. */
  private String why(ReviewQueue queue, Anchor anchor) {
    String key = "gui.review.why." + queue.name();
    if (queue == ReviewQueue.IMPORTED && OWN_ORIGINS.contains(anchor.origin())) {
      // A judge is not told who said something of it.
      String who =
          anchor.author().isEmpty() ? messages.text("gui.review.somebody") : anchor.author();
      return messages.text(key + "." + anchor.origin(), who);
    }
    return messages.text(key, origin(anchor.origin()));
  }

  /** Where a pair came from, in words where it was from no file. */
  private String origin(String origin) {
    return OWN_ORIGINS.contains(origin) ? messages.text("gui.review.origin." + origin) : origin;
  }

  /** What looks suspect in a pair that came in, in a line of its own; empty where nothing does. */
  private String cautions(Anchor anchor) {
    Set<Kind> found =
        DictionaryCleaning.foundIn(anchor, workbench.anchorsProperty().get(), this::isKnown);
    return found.isEmpty()
        ? ""
        : "\n"
            + messages.text(
                "gui.review.caution",
                found.stream()
                    .map(kind -> messages.text("cleaning." + kind.name()))
                    .collect(Collectors.joining(", ")));
  }

  private boolean isKnown(String word) {
    return workbench.find(Side.SOURCE, word) != null || workbench.find(Side.TARGET, word) != null;
  }

  private String suggested(Suggestion suggestion) {
    String why =
        messages.text(
            "gui.review.why.SUGGESTED",
            number(suggestion.csls()),
            number(suggestion.margin()),
            number(suggestion.cosine()));
    if (!Double.isNaN(suggestion.nearAnchor())) {
      why += " " + messages.text("gui.review.nearAnchor", number(suggestion.nearAnchor()));
    }
    return suggestion.contested() ? why + " " + messages.text("gui.review.contested") : why;
  }

  /** What each anchor of a pair says, the one to be judged first. */
  private List<String> statements(Anchor judged) {
    List<String> lines = new ArrayList<>();
    lines.add(messages.text("gui.review.conflict.this", statement(judged)));
    for (Anchor each : workbench.anchorsProperty().get().anchors()) {
      if (each.id() != judged.id() && each.pair().equals(judged.pair())) {
        lines.add(messages.text("gui.review.conflict.other", statement(each)));
      }
    }
    return lines;
  }

  private String statement(Anchor anchor) {
    Statement said = Statement.of(anchor);
    return Stream.of(
            messages.text("anchorStatus." + said.status().name()),
            said.who(),
            when(said.when()),
            origin(said.origin()),
            anchor.pos(),
            anchor.category(),
            anchor.note(),
            anchor.comment())
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" · "));
  }

  private String said(DoubleBlind.Case differing) {
    String verdicts =
        differing.said().entrySet().stream()
            .map(
                each ->
                    "\n"
                        + each.getKey()
                        + " · "
                        + messages.text("anchorStatus." + each.getValue().name())
                        + " · "
                        + when(differing.when().get(each.getKey())))
            .collect(Collectors.joining());
    String origin = origin(differing.anchor().origin());
    return origin.isEmpty() ? verdicts : verdicts + "\n" + origin;
  }

  /** A moment as people here write it; empty for none. */
  static String when(@Nullable Instant moment) {
    return moment == null ? "" : WHEN.format(moment.atZone(ZoneId.systemDefault()));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
