package answerbook.reader;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Which questions are practised, and in what order. */
class RunTest {
  private static final String TODAY = "2026-03-01";
  private static final ReaderScripts SCRIPTS =
      ReaderScripts.of(
          List.of("repetition", "run"),
          // Random numbers that repeat, since a function is no JSON.
          "answerbook.chosen = (questions, choice, state) => { let seed = 7;"
              + " const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;"
              + " return answerbook.run.choose(questions, choice, {...state, random}).map(q => q.slug); };");

  private static final List<Map<String, Object>> QUESTIONS =
      List.of(
          question("new-one", "perceptron", "easy", true, "relu"),
          question("due-one", "perceptron", "medium", false, "relu", "bias"),
          question("fresh", "layers", "hard", true, "bias"),
          question("missed", "layers", "easy", false, "dropout"),
          question("new-two", "layers", "easy", false, "dropout"));

  private static final Map<String, Object> CARDS =
      Map.of(
          "due-one", card("2026-02-28", 2, 2.5, "2026-02-26"),
          "fresh", card("2026-03-20", 20, 2.6, "2026-02-28"),
          "missed", card("2026-03-01", 0, 2.3, "2026-03-01"));

  @AfterAll
  static void close() {
    SCRIPTS.close();
  }

  private static Map<String, Object> question(
      String slug, String topic, String level, boolean number, String... tags) {
    return Map.of("slug", slug, "topic", topic, "level", level, "tags", tags, "number", number);
  }

  private static Map<String, Object> card(String due, int interval, double ease, String last) {
    return Map.of(
        "due", due, "interval", interval, "ease", ease, "times", 3, "lapses", 0, "last", last);
  }

  private static List<String> choose(String which, String order, Map<String, Object> others) {
    Map<String, Object> choice = new java.util.HashMap<>();
    choice.put("topics", List.of("perceptron", "layers"));
    choice.put("levels", List.of("easy", "medium", "hard"));
    choice.put("tag", "");
    choice.put("limit", 10);
    choice.putAll(others);
    choice.put("which", which);
    choice.put("order", order);
    Map<String, Object> state = Map.of("cards", CARDS, "today", TODAY);
    List<String> slugs = new ArrayList<>();
    SCRIPTS
        .call("answerbook.chosen", QUESTIONS, choice, state)
        .forEach(slug -> slugs.add(slug.asText()));
    return slugs;
  }

  @Test
  void whatIsDueOrNewComesWeakestFirst() {
    assertThat(choose("due", "weakest", Map.of()))
        .containsExactly("missed", "new-one", "new-two", "due-one");
  }

  @Test
  void allComeInTheOrderOfTheBook() {
    assertThat(choose("all", "book", Map.of()))
        .containsExactly("new-one", "due-one", "fresh", "missed", "new-two");
  }

  @Test
  void numbersAloneAreAsked() {
    assertThat(choose("numbers", "book", Map.of())).containsExactly("new-one", "fresh");
  }

  @Test
  void topicLevelAndTagNarrowTheRun() {
    assertThat(choose("all", "book", Map.of("topics", List.of("perceptron"))))
        .containsExactly("new-one", "due-one");
    assertThat(choose("all", "book", Map.of("levels", List.of("hard", "medium"))))
        .containsExactly("due-one", "fresh");
    assertThat(choose("all", "book", Map.of("tag", "bias"))).containsExactly("due-one", "fresh");
    assertThat(choose("all", "book", Map.of("levels", List.of()))).isEmpty();
  }

  @Test
  void limitKeepsTheWeakest() {
    assertThat(choose("all", "weakest", Map.of("limit", 2))).containsExactly("missed", "new-one");
  }

  @Test
  void shufflingKeepsAllAndChangesTheirOrder() {
    List<String> book = choose("all", "book", Map.of());

    assertThat(choose("all", "shuffled", Map.of()))
        .containsExactlyInAnyOrderElementsOf(book)
        .isNotEqualTo(book);
  }

  @Test
  void missedQuestionComesAgainAfterThreeOthers() {
    JsonNode rest = SCRIPTS.call("answerbook.run.after", List.of("a", "b", "c", "d", "e"), "again");

    assertThat(rest).hasToString("[\"b\",\"c\",\"d\",\"a\",\"e\"]");
  }

  @Test
  void lastQuestionMissedComesAgainAtOnce() {
    assertThat(SCRIPTS.call("answerbook.run.after", List.of("a"), "again")).hasToString("[\"a\"]");
    assertThat(SCRIPTS.call("answerbook.run.after", List.of("a"), "hard")).isEmpty();
  }
}
