package answerbook.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import answerbook.api.ElementType;
import answerbook.api.Result;
import answerbook.api.Tensor;
import answerbook.api.Text;
import answerbook.api.Tolerance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueWriterTest {
  private static Tensor real(double value) {
    return new Tensor(ElementType.DOUBLE, new int[0], new double[] {value}, Tolerance.DOUBLE);
  }

  private static Tensor integers(int[] shape, double... values) {
    return new Tensor(ElementType.INTEGER, shape, values, Tolerance.EXACT);
  }

  private static String write(Notation notation, String format, Result result, int... index)
      throws MistakeException {
    return new ValueWriter(notation, format).write(result, index);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0.1         | ''    | 0.1                     | 0.1
          -0.165      | ''    | −0.165                  | -0.165
          0.333333333 | ''    | 0.333333                | 0.333333
          3           | ''    | 3                       | 3
          1234567     | ''    | 1234570                 | 1234570
          12345678    | ''    | 1.23457 × 10<sup>7</sup> | 1.23457\\times 10^{7}
          0.00001234  | ''    | 1.234 × 10<sup>−5</sup> | 1.234\\times 10^{-5}
          70065.2     | %.0f  | 70,065                  | 70{,}065
          0.5         | %.3f  | 0.500                   | 0.500
          -0.0001     | %.2f  | 0.00                    | 0.00
          12345.6     | %.2e  | 1.23 × 10<sup>4</sup>   | 1.23\\times 10^{4}
          2           | %d    | 2                       | 2
          0.421       | %.1f%% | 0.4%                   | 0.4\\%
          """)
  void numbersAreWrittenForTextAndForMaths(double value, String format, String text, String tex)
      throws MistakeException {
    assertThat(write(Notation.TEXT, format, real(value))).isEqualTo(text);
    assertThat(write(Notation.TEX, format, real(value))).isEqualTo(tex.replace("\\\\", "\\"));
  }

  @Test
  void thousandsAreGroupedOutsideArraysOnly() throws MistakeException {
    Tensor shape = integers(new int[] {2}, 1, 96800);

    assertThat(write(Notation.TEXT, "", integers(new int[0], 96800))).isEqualTo("96,800");
    assertThat(write(Notation.TEX, "", integers(new int[0], 96800))).isEqualTo("96{,}800");
    assertThat(write(Notation.TEXT, "", shape)).isEqualTo("[1, 96800]");
    assertThat(write(Notation.TEXT, "", shape, 1)).isEqualTo("96,800");
  }

  @Test
  void matricesBecomeBracketsInMaths() throws MistakeException {
    Tensor matrix = integers(new int[] {2, 2}, 1, 2, 3, 4);

    assertThat(write(Notation.TEX, "", matrix))
        .isEqualTo("\\begin{bmatrix}1 & 2 \\\\ 3 & 4\\end{bmatrix}");
    assertThat(write(Notation.TEXT, "", matrix)).isEqualTo("[[1, 2], [3, 4]]");
    assertThat(write(Notation.PLAIN, "", matrix, 1, 0)).isEqualTo("3");
  }

  @Test
  void textIsEscapedForWhereItStands() throws MistakeException {
    assertThat(write(Notation.TEXT, "", new Text("a < b & c"))).isEqualTo("a &lt; b &amp; c");
    assertThat(write(Notation.TEX, "", new Text("50 % of a_b")))
        .isEqualTo("\\text{50 \\% of a\\_b}");
  }

  @Test
  void whatCannotBeWrittenIsAMistake() {
    Tensor vector = integers(new int[] {2}, 1, 2);
    Tensor cube = integers(new int[] {1, 1, 1}, 1);

    assertMistake("", vector, 2).withMessage("there is no element [2]");
    assertMistake("", vector, 0, 0).withMessage("there is no element [0, 0]");
    assertMistake("", cube).withMessage("an array of shape [1, 1, 1] can't stand in a formula");
    assertMistake("%d", real(0.5)).withMessage("'%d' is for integers");
    assertMistake("%q", real(0.5)).withMessage("'%q' is no format of a number");
    assertMistake("%99999999f", real(0.5))
        .withMessage("'%99999999f' asks for more digits than there are");
  }

  private static org.assertj.core.api.ThrowableAssertAlternative<MistakeException> assertMistake(
      String format, Result result, int... index) {
    return assertThatExceptionOfType(MistakeException.class)
        .isThrownBy(() -> write(Notation.TEX, format, result, index));
  }
}
