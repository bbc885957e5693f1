package setu.core.encode;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.huggingface.tokenizers.jni.CharSpan;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import setu.core.encode.TokenizedText.Kind;
import setu.core.encode.TokenizedText.Loss;
import setu.core.encode.TokenizedText.Token;
import setu.core.fault.ModelFault;
import setu.core.fault.ModelFault.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Splits texts into the tokens a model knows, by the model's own {@code tokenizer.json}.
 *
 * <p>Works offline: the library's native code is in its jar, and its call home is switched off.
 */
public final class Tokenizer implements AutoCloseable {
  static {
    // DJL's tokenizer reports its start to its makers unless it is told that there is no network,
    // and looks for a CUDA build of itself unless it is told which build to take.
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("OPT_OUT_TRACKING", "true");
    System.setProperty("RUST_FLAVOR", "cpu");
  }

  private final HuggingFaceTokenizer tokenizer;
  private final Unknown unknown;

  private Tokenizer(HuggingFaceTokenizer tokenizer, Unknown unknown) {
    this.tokenizer = tokenizer;
    this.unknown = unknown;
  }

  /** How the file names the token for everything it has not: by piece or by id. */
  private record Unknown(@Nullable String piece, long id) {
    boolean is(String candidate, long candidateId) {
      return candidateId == id || candidate.equals(piece);
    }
  }

  /** The tokens of a text for the model: numbers, and whether the text has a known token. */
  static final class Ids {
    private final long[] ids;
    private final long[] typeIds;
    private final boolean known;

    Ids(long[] ids, long[] typeIds, boolean known) {
      this.ids = ids;
      this.typeIds = typeIds;
      this.known = known;
    }

    int length() {
      return ids.length;
    }

    long id(int token) {
      return ids[token];
    }

    long typeId(int token) {
      return typeIds[token];
    }

    boolean known() {
      return known;
    }
  }

  /**
   * Opens a {@code tokenizer.json}.
   *
   * @param maxTokens tokens a text is cut to
   * @throws ModelFault if it cannot be used
   */
  public static Tokenizer open(Path file, int maxTokens) {
    Map<String, String> options =
        Map.of(
            "padding", "false",
            "truncation", "true",
            "maxLength", Integer.toString(maxTokens),
            "modelMaxLength", Integer.toString(maxTokens),
            "addSpecialTokens", "true");
    try (InputStream in = Files.newInputStream(file)) {
      Unknown unknown = readUnknown(file);
      return new Tokenizer(HuggingFaceTokenizer.newInstance(in, options), unknown);
    } catch (IOException | RuntimeException | LinkageError e) {
      throw new ModelFault(Problem.UNUSABLE, file, 0, reason(e), e);
    }
  }

  /** Reads on without building the vocabulary, which may have a quarter of a million entries. */
  private static Unknown readUnknown(Path file) throws IOException {
    String piece = null;
    long id = -1;
    try (InputStream in = Files.newInputStream(file);
        JsonParser json =
            JsonFactory.builder().build().createParser(ObjectReadContext.empty(), in)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("no JSON object");
      }
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        boolean model = json.currentName().equals("model");
        if (json.nextToken() != JsonToken.START_OBJECT || !model) {
          json.skipChildren();
          continue;
        }
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
          String name = json.currentName();
          JsonToken value = json.nextToken();
          if (name.equals("unk_token") && value == JsonToken.VALUE_STRING) {
            piece = json.getString();
          } else if (name.equals("unk_id") && value == JsonToken.VALUE_NUMBER_INT) {
            id = json.getLongValue();
          }
          json.skipChildren();
        }
      }
    } catch (JacksonException e) {
      throw new IOException(e.getOriginalMessage(), e);
    }
    return new Unknown(piece, id);
  }

  /** The tokens of a text and what was lost on the way. */
  public TokenizedText tokenize(String text) {
    Encoding encoding = tokenizer.encode(text);
    String[] pieces = encoding.getTokens();
    List<Token> tokens = new ArrayList<>(pieces.length);
    for (int i = 0; i < pieces.length; i++) {
      CharSpan span = encoding.getCharTokenSpans()[i];
      boolean special = encoding.getSpecialTokenMask()[i] != 0;
      int start = special || span == null ? 0 : utf16(text, span.getStart());
      int end = special || span == null ? 0 : utf16(text, span.getEnd());
      boolean missing = !special && unknown.is(pieces[i], encoding.getIds()[i]);
      tokens.add(new Token(pieces[i], encoding.getIds()[i], start, end, special, missing));
    }
    return new TokenizedText(text, tokens, losses(text, tokens, encoding));
  }

  /** The tokenizer counts code points. */
  private static int utf16(String text, int codePoints) {
    return text.offsetByCodePoints(0, Math.min(codePoints, text.codePointCount(0, text.length())));
  }

  private List<Loss> losses(String text, List<Token> tokens, Encoding encoding) {
    List<Loss> losses = new ArrayList<>();
    int covered = 0;
    int i = 0;
    while (i < tokens.size()) {
      Token first = tokens.get(i);
      if (first.special()) {
        i++;
        continue;
      }
      int last = lastOfWord(tokens, encoding.getWordIds(), i);
      int start = first.start();
      int end = tokens.get(last).end();
      dropped(text, covered, start, Kind.DROPPED, losses);
      covered = Math.max(covered, end);
      word(text, tokens.subList(i, last + 1), losses);
      i = last + 1;
    }
    Kind rest = encoding.exceedMaxLength() ? Kind.CUT_OFF : Kind.DROPPED;
    dropped(text, covered, text.length(), rest, losses);
    return losses;
  }

  /** Tokens of one word are judged together: a piece of one need not be whole characters. */
  private static int lastOfWord(List<Token> tokens, long[] wordIds, int from) {
    int last = from;
    while (last + 1 < tokens.size()
        && !tokens.get(last + 1).special()
        && wordIds[last + 1] >= 0
        && wordIds[last + 1] == wordIds[from]) {
      last++;
    }
    return last;
  }

  private void word(String text, List<Token> word, List<Loss> losses) {
    boolean lost = false;
    for (Token token : word) {
      if (token.unknown()) {
        losses.add(new Loss(token.start(), token.end(), Kind.UNKNOWN, ""));
        lost = true;
      }
    }
    if (lost) {
      return;
    }
    int start = word.getFirst().start();
    int end = word.getLast().end();
    String surface = text.substring(start, Math.max(start, end)).strip();
    long[] ids = word.stream().mapToLong(Token::id).toArray();
    String seen = tokenizer.decode(ids, false).strip();
    boolean partOfCharacter = seen.indexOf('\uFFFD') >= 0;
    if (!partOfCharacter && !seen.equals(surface)) {
      losses.add(new Loss(start, end, Kind.CHANGED, seen));
    }
  }

  /** White space between words is not missed. */
  private static void dropped(String text, int from, int to, Kind kind, List<Loss> losses) {
    int start = from;
    int end = to;
    while (start < end && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    if (start < end) {
      losses.add(new Loss(start, end, kind, ""));
    }
  }

  /** The tokens of many texts, for the model. */
  List<Ids> ids(List<String> texts) {
    return Arrays.stream(tokenizer.batchEncode(texts)).map(this::ids).toList();
  }

  private Ids ids(Encoding encoding) {
    boolean known = false;
    for (int i = 0; i < encoding.getIds().length && !known; i++) {
      known =
          encoding.getSpecialTokenMask()[i] == 0
              && !unknown.is(encoding.getTokens()[i], encoding.getIds()[i]);
    }
    return new Ids(encoding.getIds(), encoding.getTypeIds(), known);
  }

  /** What a library says, without where in its own program or stream it says it. */
  static String reason(Throwable e) {
    String message =
        e instanceof JacksonException json ? json.getOriginalMessage() : e.getMessage();
    if (message == null) {
      return e.getClass().getSimpleName();
    }
    String line = message.lines().findFirst().orElse("");
    return line.replaceFirst("^Error code - \\w+ - message: ", "")
        .replaceFirst(" \\(start marker at .*", "");
  }

  @Override
  public void close() {
    tokenizer.close();
  }
}
