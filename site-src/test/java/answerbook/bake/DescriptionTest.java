package answerbook.bake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DescriptionTest {
  @Test
  void formulasBecomeReadable() {
    assertThat(
            Description.of("Is $\\max\\{0, z\\}$ or $\\mathbf x^2$\nthe $\\operatorname{ReLU}$?"))
        .isEqualTo("Is max{0, z} or x^2 the ReLU?");
  }

  @Test
  void longTextsEndAtAWord() {
    String description = Description.of("word ".repeat(60));

    assertThat(description).endsWith("word …").hasSizeLessThanOrEqualTo(155);
  }
}
