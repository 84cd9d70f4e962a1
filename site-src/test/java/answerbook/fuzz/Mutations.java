package answerbook.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Inputs made from a corpus, {@code site-src/test/resources/corpus/<name>}: entries are cut,
 * doubled, joined, and strewn with what matters to the reader that is tested. The same seed makes
 * the same inputs.
 */
final class Mutations implements Supplier<String> {
  private static final int LONGEST = 800;
  private static final int MOST_STEPS = 4;
  private static final String ODD =
      "\u0000\u0007\t\n\r\u000b\u001b \u00a0\u00ad\u200b\u200d\u202e\u2028\ufeff\ufffd\ud800\udc00é中\ud83e\udde0\\\"'`<>{}[]()|*_~^$#&%@!:;,.?/-+=0129aAzZ";

  private final List<String> corpus;
  private final List<String> tokens;
  private final SplittableRandom random;

  /**
   * @param name the corpus: a file {@code tokens.txt} with one token a line, where \n is a line
   *     end; every other file is an entry
   */
  Mutations(String name, long seed) {
    Path folder = Path.of("site-src/test/resources/corpus", name);
    try (Stream<Path> files = Files.list(folder)) {
      corpus =
          files.filter(file -> !file.endsWith("tokens.txt")).sorted().map(Mutations::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    tokens =
        read(folder.resolve("tokens.txt")).lines().map(line -> line.replace("\\n", "\n")).toList();
    random = new SplittableRandom(seed);
  }

  /** The entries themselves, which are tried first. */
  List<String> corpus() {
    return corpus;
  }

  @Override
  public String get() {
    StringBuilder text = new StringBuilder(any(corpus));
    for (int steps = random.nextInt(1, MOST_STEPS + 1); steps > 0; steps--) {
      step(text);
    }
    text.setLength(Math.min(text.length(), LONGEST));
    return new String(text.toString().getBytes(UTF_8), UTF_8); // As a file can hold it.
  }

  private void step(StringBuilder text) {
    int from = random.nextInt(text.length() + 1);
    int to = Math.min(text.length(), from + random.nextInt(1, 24));
    switch (random.nextInt(8)) {
      case 0 -> text.delete(from, to);
      case 1 -> text.insert(from, text.substring(from, to));
      case 2, 3, 4 -> text.insert(from, any(tokens));
      case 5 -> text.insert(from, ODD.charAt(random.nextInt(ODD.length())));
      case 6 -> text.replace(from, to, any(tokens));
      default -> splice(text, from);
    }
  }

  private void splice(StringBuilder text, int from) {
    String other = any(corpus);
    text.setLength(from);
    text.append(other.substring(random.nextInt(other.length() + 1)));
  }

  private String any(List<String> texts) {
    return texts.get(random.nextInt(texts.size()));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
