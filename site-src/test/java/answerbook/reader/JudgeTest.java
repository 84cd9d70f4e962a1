package answerbook.reader;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers that a reader types, judged against computed ones. */
class JudgeTest {
  private static final ReaderScripts SCRIPTS = ReaderScripts.of(List.of("judge"));

  @AfterAll
  static void close() {
    SCRIPTS.close();
  }

  private static String judge(String typed, double value, double relative, double absolute) {
    Map<String, Double> expected =
        Map.of("value", value, "relative", relative, "absolute", absolute);
    return SCRIPTS.call("answerbook.judge.judge", typed, expected).asText();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "-0.165, right", "−0.165, right", "-.165, right", "'-0,165', right", "-1.65e-1, right",
    "-16.5 %, right", "-33/200, right", "−1.65 × 10^−1, right", "+0.165, wrong", "-0.1651, wrong",
    "-0.17, coarse", "-0.2, coarse", "0, wrong", "'', unreadable", "zero, unreadable",
    "1/0, unreadable", "1/2/3, unreadable", "1.2.3, unreadable", "-, unreadable", "., unreadable"
  })
  void isReadAsPeopleWriteNumbers(String typed, String verdict) {
    assertThat(judge(typed, -0.16500000000000004, 1e-9, 1e-12)).isEqualTo(verdict);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "0.7142916873, right", "0.714, rounded", "0.7143, rounded", "0.71429, rounded", "0.71, coarse",
    "0.715, wrong", "0.713, wrong", "0.7142, wrong", "71.4 %, rounded", "5/7, wrong"
  })
  void mayBeRoundedToThreeDigits(String typed, String verdict) {
    assertThat(judge(typed, 0.7142916873351596, 1e-9, 1e-12)).isEqualTo(verdict);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"'25,088', right", "25088, right", "25 088, right", "25100, wrong", "2.51e4, wrong"})
  void whatIsCountedIsExact(String typed, String verdict) {
    assertThat(judge(typed, 25088, 0, 0)).isEqualTo(verdict);
  }

  @Test
  void isRightUpToTheToleranceOfTheBuild() {
    assertThat(judge("100.9", 100, 0.01, 0)).isEqualTo("right");
    assertThat(judge("101.1", 100, 0.01, 0)).isEqualTo("wrong");
    assertThat(judge("0.0009", 0, 0, 0.001)).isEqualTo("right");
    assertThat(judge("0.0011", 0, 0, 0.001)).isEqualTo("wrong");
  }

  @Test
  void digitsAndUnitAreThoseTyped() {
    JsonNode number = SCRIPTS.call("answerbook.judge.read", "0.0120");

    assertThat(number.get("digits").asInt()).isEqualTo(3);
    assertThat(number.get("unit").asDouble()).isEqualTo(1e-4);
    assertThat(SCRIPTS.call("answerbook.judge.read", "words").isNull()).isTrue();
  }
}
