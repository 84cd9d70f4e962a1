package answerbook.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import answerbook.api.ElementType;
import answerbook.api.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values as Python and C++ print them. */
final class LiteralTest {
  @ParameterizedTest
  @CsvSource({
    "3, INTEGER, 3",
    "-0.5, DOUBLE, -0.5",
    "2e-05, DOUBLE, 0.00002",
    "1., DOUBLE, 1",
    "-inf, DOUBLE, -Infinity",
    "nan, DOUBLE, NaN",
    "True, BOOLEAN, 1",
    "false, BOOLEAN, 0"
  })
  void singleValues(String text, ElementType type, double value) {
    Tensor tensor = Literal.read(text);

    assertThat(tensor.type()).isEqualTo(type);
    assertThat(tensor.shape()).isEmpty();
    assertThat(tensor.values()).containsExactly(value);
  }

  @Test
  void nestedListsAndTuples() {
    Tensor tensor = Literal.read("[[1, 2.5, 3], (4, nan, inf) ]");

    assertThat(tensor.type()).isEqualTo(ElementType.DOUBLE);
    assertThat(tensor.shape()).containsExactly(2, 3);
    assertThat(tensor.values()).containsExactly(1, 2.5, 3, 4, Double.NaN, Double.POSITIVE_INFINITY);
    assertThat(Literal.read("(7,)").shape()).containsExactly(1);
    assertThat(Literal.read("[]").shape()).containsExactly(0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "x", "1 2", "[1, 2", "[1, 2]]", "[[1], [1, 2]]", "tensor([1.])", "[1 2]"})
  void whatIsNoValueIsRefused(String text) {
    assertThatThrownBy(() -> Literal.read(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
