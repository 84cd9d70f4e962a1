package answerbook.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadableTexTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "A $2 \\times 2$ max-pooling; A 2 × 2 max-pooling",
        "What $\\nabla C = \\frac1n\\sum_x \\nabla C_x$ says; What ∇C = 1/n ∑_x ∇C_x says",
        "multiplies by $1/(1-p)$; multiplies by 1/(1-p)",
        "$\\frac{a + b}{\\sigma}$; (a + b)/σ",
        "$\\max\\{0, z\\}$ of $\\mathbf{x}$; max{0, z} of x",
        "$\\left(\\tfrac12\\right)$; (1/2 )",
        "R&D at 5 \\$; R&D at 5 $",
        "in $W_{in}$, never \\internal; in W_in, never internal",
      })
  void simpleFormulasBecomeText(String tex, String text) {
    assertThat(ReadableTex.of(tex)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"'$\\begin{bmatrix}1 & 2 \\\\ 3 & 4\\end{bmatrix}$', '[1 2; 3 4]'"})
  void matricesBecomeRows(String tex, String text) {
    assertThat(ReadableTex.of(tex)).isEqualTo(text);
  }
}
