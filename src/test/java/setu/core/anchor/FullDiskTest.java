package setu.core.anchor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import setu.SetuProcess;
import setu.core.fault.FileFault;

/**
 * A journal that finds no room for an edit: the system refuses it in the middle of the append. The
 * room is that for a file of one process, which fails a write as a full disk does.
 */
@EnabledOnOs(OS.LINUX)
class FullDiskTest {
  private static final int ROOM = 16;

  @TempDir Path folder;

  @Test
  void anEditThatFindsNoRoomLeavesNothingAndTheNextOnesGoOn() throws Exception {
    Path journal = folder.resolve("anchors.jsonl");
    Path err = folder.resolve("err");
    Process editor = SetuProcess.of(Editor.class).withRoomFor(ROOM).start(err, journal);
    try (BufferedReader heard = SetuProcess.out(editor);
        Writer told = editor.outputWriter()) {
      // One event after the other, until one does not fit as a whole.
      String[] full = heard.readLine().split(" ");
      assertThat(full[0]).as(Files.readString(err)).isEqualTo("DISK_FULL");
      int events = Integer.parseInt(full[1]);
      long bytes = Files.size(journal);
      assertThat(bytes).isBetween(1L, ROOM * 1024L - 1);
      assertHolds(journal, events);

      // A batch of which some events would fit: none of them stays.
      told.write("batch\n");
      told.flush();
      assertThat(heard.readLine()).isEqualTo("DISK_FULL " + events);
      assertThat(journal).hasSize(bytes);
      assertHolds(journal, events);

      SetuProcess.makeRoom(editor);
      told.write("batch\n");
      told.flush();
      int batch = Integer.parseInt(heard.readLine().split(" ")[1]) - events;
      assertThat(batch).isEqualTo(Editor.BATCH);
      assertHolds(journal, events + batch);
    } finally {
      editor.destroyForcibly().waitFor();
    }
  }

  private static void assertHolds(Path journal, int events) {
    try (AnchorHistory history = AnchorHistory.openReadOnly(journal)) {
      assertThat(history.events()).hasSize(events);
      assertThat(history.torn()).isNull();
    }
  }

  /** The other process: edits until there is no room, then once for each line it reads. */
  static final class Editor {
    static final int BATCH = 200;

    private Editor() {}

    public static void main(String[] args) throws IOException {
      PrintStream out = System.out;
      try (AnchorHistory history =
              AnchorHistory.open(Path.of(args[0]), "child", InstantSource.system());
          BufferedReader in =
              new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
        String said = "";
        for (int i = 0; said.isEmpty(); i++) {
          said = outcome(history, List.of(draft(i, i % 7)));
        }
        out.println(said);
        while (in.readLine() != null) {
          List<Draft> drafts = new ArrayList<>();
          for (int i = 0; i < BATCH; i++) {
            drafts.add(draft(i, 0));
          }
          said = outcome(history, drafts);
          out.println(said.isEmpty() ? "DONE " + history.events().size() : said);
        }
      }
    }

    private static Draft draft(int number, int length) {
      return Draft.accepted("word" + number + "x".repeat(60 * length), "වචනය", "child");
    }

    private static String outcome(AnchorHistory history, List<Draft> drafts) {
      try {
        history.add(drafts);
        return "";
      } catch (FileFault e) {
        return e.problem() + " " + history.events().size();
      }
    }
  }
}
