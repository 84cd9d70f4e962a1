package answerbook.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

class NdArraysTest {
  @Test
  void matrixKeepsRowMajorOrderWhateverItsLayout() {
    var matrix = Nd4j.create(new double[][] {{1, 2, 3}, {4, 5, 6}});

    Tensor transposed = NdArrays.tensor(matrix.transpose(), null);

    assertThat(transposed.shape()).containsExactly(3, 2);
    assertThat(transposed.values()).containsExactly(1, 4, 2, 5, 3, 6);
    assertThat(transposed.type()).isEqualTo(ElementType.DOUBLE);
  }

  @Test
  void viewOfOneColumnHasItsOwnElementsOnly() {
    var matrix = Nd4j.create(new double[][] {{1, 2, 3}, {4, 5, 6}});

    assertThat(NdArrays.tensor(matrix.getColumn(1), null).values()).containsExactly(2, 5);
  }

  @Test
  void scalarHasNoAxes() {
    assertThat(NdArrays.tensor(Nd4j.scalar(2.5), null).shape()).isEmpty();
  }

  @Test
  void floatsIntegersAndTruthsKeepTheirKind() {
    var numbers = Nd4j.createFromArray(1, 0, 3);

    assertThat(NdArrays.tensor(numbers, null).type()).isEqualTo(ElementType.INTEGER);
    assertThat(NdArrays.tensor(numbers.castTo(DataType.FLOAT), null).tolerance())
        .isEqualTo(Tolerance.FLOAT);
    assertThat(NdArrays.tensor(numbers.gt(0), null).values()).containsExactly(1, 0, 1);
    assertThat(NdArrays.tensor(numbers.gt(0), null).type()).isEqualTo(ElementType.BOOLEAN);
  }
}
