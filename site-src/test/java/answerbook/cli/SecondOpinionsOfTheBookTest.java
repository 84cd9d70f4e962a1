package answerbook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import answerbook.answer.outcome.JsonText;
import answerbook.answer.outcome.OutcomeJson;
import answerbook.api.Result;
import answerbook.content.Book;
import answerbook.content.ContentReader;
import answerbook.content.Question;
import answerbook.diagnostic.Diagnostics;
import answerbook.diagnostic.SourceFile;
import answerbook.markdown.ProgramResults;
import answerbook.markdown.Results;
import answerbook.opinion.OpinionSettings;
import answerbook.opinion.Opinions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The book itself: who asks for a library gets it, with evidence that stands up to the results. */
class SecondOpinionsOfTheBookTest {
  private static final Path ROOT = Path.of("").toAbsolutePath();
  private static final Pattern LIBRARY =
      Pattern.compile(
          "NumPy|PyTorch|SciPy|scikit-learn|torchvision|LibTorch|\\btorch\\b|\\bC\\+\\+");

  /** Sources of the questions that ask for a language or a library, or print a listing in one. */
  private static final Set<String> ASKING =
      Set.of(
          "perceptron-3",
          "perceptron-34",
          "perceptron-35",
          "perceptron-37",
          "perceptron-47",
          "perceptron-48",
          "perceptron-49",
          "layers-61",
          "layers-62",
          "layers-64",
          "layers-65",
          "layers-70",
          "layers-72",
          "layers-73",
          "training-82",
          "training-83",
          "training-87",
          "optimization-95",
          "optimization-96");

  /** Of these, the ones whose listing is faulty as it was printed. */
  private static final Set<String> FAULTY =
      Set.of(
          "perceptron-34",
          "perceptron-37",
          "perceptron-49",
          "layers-61",
          "layers-65",
          "layers-70",
          "layers-73",
          "training-82",
          "training-83",
          "optimization-96");

  private static final Diagnostics DIAGNOSTICS = new Diagnostics();
  private static List<Question> questions;
  private static Opinions opinions;

  @BeforeAll
  static void readEvidence() throws IOException {
    Book book = new ContentReader(ROOT, DIAGNOSTICS).read();
    questions = book.questions().toList();
    Listings listings = new Listings(ROOT, book, DIAGNOSTICS);
    opinions = listings.run(OpinionSettings.of(ROOT), recorded());
  }

  @Test
  void allEvidenceAgreesWithTheRecordedResults() {
    assertThat(DIAGNOSTICS.all()).isEmpty();
    assertThat(opinions.unproven()).isEmpty();
  }

  @Test
  void questionsThatAskForALibraryHaveAnOpinion() {
    for (Question question : questions) {
      String text = question.file().text();
      String asked = text.substring(0, text.indexOf("<details>"));
      if (ASKING.contains(question.front().source()) || LIBRARY.matcher(asked).find()) {
        assertThat(opinions.bySlug()).as(question.front().source()).containsKey(question.slug());
      }
    }
  }

  @Test
  void faultyListingsAreShownToFail() {
    Set<String> shown = new TreeSet<>();
    for (Question question : questions) {
      opinions.bySlug().getOrDefault(question.slug(), List.of()).stream()
          .filter(opinion -> !opinion.failures().isEmpty())
          .forEach(opinion -> shown.add(question.front().source()));
    }
    assertThat(shown).containsAll(FAULTY);
  }

  private static Results recorded() throws IOException {
    Map<String, ProgramResults> byName = new TreeMap<>();
    for (Question question : questions) {
      String name = "answers/" + question.topic() + "/" + question.programName();
      Path record = ROOT.resolve(name + ".json");
      if (Files.exists(record)) {
        Map<String, Result> results = new LinkedHashMap<>();
        OutcomeJson.read(JsonText.parse(Files.readString(record)))
            .results()
            .forEach((key, shown) -> results.put(key, shown.result()));
        SourceFile source = new SourceFile(name + ".java", "");
        byName.put(
            question.programName(),
            new ProgramResults(source, new ProgramResults.Given(results, Map.of(), List.of(), "")));
      }
    }
    return new Results(byName, Set.of(), Map.of());
  }
}
