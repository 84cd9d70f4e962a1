package answerbook.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a rated question comes back. */
class RepetitionTest {
  private static final String TODAY = "2026-02-27";
  private static final ReaderScripts SCRIPTS = ReaderScripts.of(List.of("repetition"));

  @AfterAll
  static void close() {
    SCRIPTS.close();
  }

  private static JsonNode rate(JsonNode card, String rating, String today) {
    return SCRIPTS.call("answerbook.repetition.rate", card, rating, today);
  }

  private static JsonNode first(String rating) {
    return rate(null, rating, TODAY);
  }

  @ParameterizedTest
  @CsvSource({
    "again, 0, 2026-02-27",
    "hard, 1, 2026-02-28",
    "good, 2, 2026-03-01",
    "easy, 5, 2026-03-04"
  })
  void firstRatingSetsTheFirstInterval(String rating, int days, String due) {
    JsonNode card = first(rating);

    assertThat(card.get("interval").asInt()).isEqualTo(days);
    assertThat(card.get("due").asText()).isEqualTo(due);
    assertThat(card.get("times").asInt()).isEqualTo(1);
  }

  @Test
  void knownOnTheDayWaitsLongerEachTime() {
    JsonNode card = first("good");
    List<Integer> intervals = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      card = rate(card, "good", card.get("due").asText());
      intervals.add(card.get("interval").asInt());
    }

    assertThat(intervals).containsExactly(5, 13, 33, 83, 208);
  }

  @Test
  void neverWaitsLongerThanAYear() {
    JsonNode card = first("easy");
    for (int i = 0; i < 12; i++) {
      card = rate(card, "easy", card.get("due").asText());
    }

    assertThat(card.get("interval").asInt()).isEqualTo(365);
    assertThat(card.get("ease").asDouble()).isEqualTo(3);
  }

  @Test
  void missedComesBackTodayAndGrowsMoreSlowlyAfterwards() {
    JsonNode known = rate(first("good"), "good", "2026-03-01");

    JsonNode missed = rate(known, "again", "2026-03-06");
    JsonNode relearnt = rate(missed, "good", "2026-03-06");

    assertThat(missed.get("due").asText()).isEqualTo("2026-03-06");
    assertThat(missed.get("lapses").asInt()).isEqualTo(1);
    assertThat(missed.get("ease").asDouble()).isEqualTo(2.3);
    assertThat(relearnt.get("interval").asInt()).isEqualTo(2);
  }

  @Test
  void easeNeverFallsBelowTheLeast() {
    JsonNode card = first("again");
    for (int i = 0; i < 10; i++) {
      card = rate(card, "again", TODAY);
    }

    assertThat(card.get("ease").asDouble()).isEqualTo(1.3);
  }

  @Test
  void repeatedEarlyWaitsNoShorterAndHardlyLonger() {
    JsonNode card = rate(first("easy"), "easy", "2026-03-04");
    int before = card.get("interval").asInt();

    JsonNode early = rate(card, "good", "2026-03-05");

    assertThat(early.get("interval").asInt()).isEqualTo(before);
  }

  @Test
  void intervalsGrowFromAgainToEasy() {
    JsonNode card = rate(first("good"), "good", "2026-03-01");
    List<Integer> intervals =
        List.of("again", "hard", "good", "easy").stream()
            .map(rating -> rate(card, rating, "2026-03-06").get("interval").asInt())
            .toList();

    assertThat(intervals).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void datesCrossMonthsAndLeapDays() {
    JsonNode card = SCRIPTS.call("answerbook.repetition.rate", null, "easy", "2028-02-26");

    assertThat(card.get("due").asText())
        .isEqualTo(LocalDate.of(2028, 2, 26).plusDays(5).toString())
        .isEqualTo("2028-03-02");
  }

  @Test
  void missedIsWeakerThanNewAndNewWeakerThanFresh() {
    assertThat(weakness(first("again"))).isGreaterThan(weakness(null));
    assertThat(weakness(null)).isGreaterThan(weakness(first("easy")));
    assertThat(weakness(first("hard"))).isGreaterThan(weakness(first("good")));
  }

  private static double weakness(JsonNode card) {
    return SCRIPTS.call("answerbook.repetition.weakness", card, TODAY).asDouble();
  }

  @Test
  void fileHoldsWhatWasWritten() {
    Map<String, JsonNode> cards = Map.of("hidden-node", first("good"));
    String file = SCRIPTS.call("answerbook.repetition.write", cards).asText();

    JsonNode read = SCRIPTS.call("answerbook.repetition.read", file);

    assertThat(file).contains("\"format\": \"answerbook-progress\"");
    assertThat(read.get("hidden-node")).isEqualTo(first("good"));
  }

  @Test
  void damagedCardsAreLeftOut() {
    String file =
        """
        {"format": "answerbook-progress", "version": 1, "cards": {
          "good": {"due": "2026-03-01", "interval": 2, "ease": 2.5, "times": 1, "lapses": 0, "last": "2026-02-27"},
          "no-date": {"due": "soon", "interval": 2, "ease": 2.5, "times": 1, "lapses": 0, "last": "2026-02-27"},
          "bad-day": {"due": "2026-13-41", "interval": 2, "ease": 2.5, "times": 1, "lapses": 0, "last": "2026-02-27"},
          "negative": {"due": "2026-03-01", "interval": -2, "ease": 2.5, "times": 1, "lapses": 0, "last": "2026-02-27"},
          "empty": null}}
        """;

    JsonNode read = SCRIPTS.call("answerbook.repetition.read", file);

    assertThat(read.fieldNames()).toIterable().containsExactly("good");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"words", "[]", "null", "{\"format\": \"other\", \"version\": 1}"})
  void anotherFileIsRefused(String file) {
    assertThatThrownBy(() -> SCRIPTS.call("answerbook.repetition.read", file))
        .hasMessageContaining("This is no file of progress.");
  }

  @Test
  void ofTwoDevicesTheLaterRatingCounts() {
    JsonNode early = rate(null, "easy", "2026-02-01");
    JsonNode late = rate(null, "again", "2026-02-20");

    JsonNode merged =
        SCRIPTS.call(
            "answerbook.repetition.merge",
            Map.of("a", early, "b", late, "mine", early),
            Map.of("a", late, "b", early, "other", early));

    assertThat(merged.get("a")).isEqualTo(late);
    assertThat(merged.get("b")).isEqualTo(late);
    assertThat(merged.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("a", "b", "mine", "other");
  }
}
