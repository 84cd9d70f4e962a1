package answerbook.lint;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import morfologik.speller.Speller;

/** British words, from LanguageTool's automaton of them, and the book's own words. */
final class Dictionary {
  private static final String BRITISH = "/org/languagetool/resource/en/hunspell/en_GB";
  private static final Pattern IZE =
      Pattern.compile("(.{2,})(iz|yz)(e[drs]?|ing|ations?|able|ers)");

  private final Set<String> own = new HashSet<>();
  private final Map<String, Boolean> known = new HashMap<>();
  private final Speller speller;

  /** Variants that terms avoid are no matter of spelling. */
  Dictionary(Words words) {
    words
        .terms()
        .text()
        .lines()
        .flatMap(line -> Stream.of(line.split("[:,]")))
        .map(String::strip)
        .forEach(own::add);
    words
        .dictionary()
        .text()
        .lines()
        .map(line -> line.replaceFirst("#.*", "").strip())
        .forEach(own::add);
    try (InputStream automaton = Dictionary.class.getResourceAsStream(BRITISH + ".dict");
        InputStream properties = Dictionary.class.getResourceAsStream(BRITISH + ".info")) {
      speller = new Speller(morfologik.stemming.Dictionary.read(automaton, properties));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the British dictionary", e);
    }
  }

  /** Whether a word is spelt right, be it at the start of a sentence. */
  boolean knows(String word) {
    return known.computeIfAbsent(word, this::lookUp);
  }

  /** What the author probably meant. */
  Optional<String> suggestion(String word) {
    return british(word)
        .or(() -> speller.findReplacements(word.toLowerCase(Locale.ROOT)).stream().findFirst());
  }

  private boolean lookUp(String word) {
    for (String form : List.of(word, word.toLowerCase(Locale.ROOT))) {
      if (own.contains(form)) {
        return true;
      }
      if (speller.isInDictionary(form)) {
        return british(form).isEmpty();
      }
    }
    return false;
  }

  /** The form with -ise of a word with -ize, if there is one. */
  private Optional<String> british(String word) {
    Matcher ize = IZE.matcher(word.toLowerCase(Locale.ROOT));
    if (!ize.matches()) {
      return Optional.empty();
    }
    String ise = ize.group(1) + ize.group(2).replace('z', 's') + ize.group(3);
    return Optional.of(ise).filter(form -> own.contains(form) || speller.isInDictionary(form));
  }
}
