package answerbook.api;

import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Turns ND4J arrays into tensors. Apart from {@link Snippet}'s signatures, the only class that
 * knows ND4J.
 */
final class NdArrays {
  private NdArrays() {}

  /**
   * Copies {@code array} in row-major order.
   *
   * @param tolerance null for the default of the array's type
   */
  static Tensor tensor(INDArray array, Tolerance tolerance) {
    int[] shape = Arrays.stream(array.shape()).mapToInt(Math::toIntExact).toArray();
    ElementType type = elementType(array.dataType());
    double[] values = elements(array);
    return new Tensor(type, shape, values, tolerance == null ? defaultTolerance(type) : tolerance);
  }

  private static double[] elements(INDArray array) {
    INDArray rowMajor = array.castTo(DataType.DOUBLE).dup('c');
    return rowMajor.reshape('c', new long[] {array.length()}).toDoubleVector();
  }

  private static ElementType elementType(DataType type) {
    if (type == DataType.BOOL) {
      return ElementType.BOOLEAN;
    }
    if (type.isIntType()) {
      return ElementType.INTEGER;
    }
    if (type == DataType.DOUBLE) {
      return ElementType.DOUBLE;
    }
    if (type.isFPType()) {
      return ElementType.FLOAT;
    }
    throw new IllegalArgumentException("an array of type " + type + " can't be shown");
  }

  private static Tolerance defaultTolerance(ElementType type) {
    return switch (type) {
      case DOUBLE -> Tolerance.DOUBLE;
      case FLOAT -> Tolerance.FLOAT;
      case INTEGER, BOOLEAN -> Tolerance.EXACT;
    };
  }
}
