import static answerbook.api.Snippet.below;
import static answerbook.api.Snippet.check;
import static answerbook.api.Snippet.diagram;
import static answerbook.api.Snippet.plot;
import static answerbook.api.Snippet.show;

import answerbook.api.Diagram;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

public class ReluAfterConvolution {
  static final double[] FIRST = {7, 3, -6};
  static final double LAST = 5;
  static final double[] W = {3, 1};

  // @start region="layers"
  static double[] convolve(double[] x) {
    double[] y = new double[x.length - 1];
    for (int i = 0; i < y.length; i++) {
      y[i] = W[0] * x[i] + W[1] * x[i + 1];
    }
    return y;
  }

  static double[] relu(double[] y) {
    return Arrays.stream(y).map(value -> Math.max(0, value)).toArray();
  }
  // @end

  // @start region="backward"
  /** The gradient of the sum of all outputs with respect to x. */
  static double[] gradient(double[] x) {
    double[] y = convolve(x);
    double[] gradient = new double[x.length];
    for (int i = 0; i < y.length; i++) {
      double slope = y[i] > 0 ? 1 : 0;
      gradient[i] += slope * W[0];
      gradient[i + 1] += slope * W[1];
    }
    return gradient;
  }
  // @end

  public static void main(String[] args) {
    double[] shortest = fill(new double[0]);
    double[] y = convolve(shortest);
    show("convolved", y);
    show("rectified", relu(y));
    show("known", W[0] * FIRST[2]);
    show("threshold", -W[0] * FIRST[2] / W[1]);
    show("lastThreshold", -W[1] * LAST / W[0]);
    show("columnStart", relu(FIRST));
    show("columnEnd", relu(new double[] {LAST})[0]);
    show("gradient", gradient(shortest));

    checkValues(shortest);
    checkGradient(shortest);
    plots();
    drawLayers();
  }

  private static double[] fill(double[] hidden) {
    double[] x = Arrays.copyOf(FIRST, FIRST.length + hidden.length + 1);
    System.arraycopy(hidden, 0, x, FIRST.length, hidden.length);
    x[x.length - 1] = LAST;
    return x;
  }

  private static void checkValues(double[] shortest) {
    INDArray y = Nd4j.create(convolve(shortest)).castTo(DataType.DOUBLE);
    double[] nd4j = Nd4j.nn().relu(y, 0).toDoubleVector();
    check("ND4J's ReLU gives the same", Arrays.equals(nd4j, relu(convolve(shortest))));

    Random random = new Random(67);
    int fills = 1000;
    boolean sameStart = true;
    boolean byThreshold = true;
    for (int i = 0; i < fills; i++) {
      double[] hidden = random.doubles(1 + random.nextInt(8), -40, 40).toArray();
      double[] output = relu(convolve(fill(hidden)));
      sameStart &= output[0] == W[0] * FIRST[0] + W[1] * FIRST[1]
          && output[1] == W[0] * FIRST[1] + W[1] * FIRST[2];
      byThreshold &= (output[2] == 0) == (hidden[0] <= -W[0] * FIRST[2] / W[1]);
    }
    show("fills", fills);
    check("whatever the dots hide, the first two values are the same", sameStart);
    check("the third value is 0 exactly when the hidden value is at most the threshold",
        byThreshold);
  }

  private static void checkGradient(double[] x) {
    double step = 1e-6;
    double largest = 0;
    double[] analytic = gradient(x);
    for (int i = 0; i < x.length; i++) {
      double[] up = x.clone();
      double[] down = x.clone();
      up[i] += step;
      down[i] -= step;
      double numeric = (sum(up) - sum(down)) / (2 * step);
      largest = Math.max(largest, Math.abs(numeric - analytic[i]));
    }
    check("gradient against central differences, largest difference", largest, below(1e-6));
  }

  private static double sum(double[] x) {
    return Arrays.stream(relu(convolve(x))).sum();
  }

  private static void plots() {
    plot("third", "The third output after ReLU against the first hidden input. It is 0 up to 18 "
        + "and then rises with slope 1.")
        .x("first hidden input x_4").y("third output")
        .dashed("before ReLU", -10, 30, hidden -> convolve(fill(new double[] {hidden}))[2])
        .line("after ReLU", -10, 30, hidden -> relu(convolve(fill(new double[] {hidden})))[2]);
  }

  private static void drawLayers() {
    Diagram diagram = diagram("layers", "The column 7, 3, −6, dots, 5 enters Conv2D, whose output "
        + "enters ReLU.").column("input");
    for (int i = 0; i < FIRST.length; i++) {
      diagram.bias("x" + (i + 1), text(FIRST[i]));
    }
    diagram.label("dots", "…").bias("xn", text(LAST))
        .column("").block("conv", "Conv2D\nw = (" + text(W[0]) + ", " + text(W[1]) + ")")
        .column("").activation("relu", "relu")
        .column("").label("out", "?")
        .dense(List.of("x1", "x2", "x3", "dots", "xn"), List.of("conv"))
        .edge("conv", "relu").edge("relu", "out");
  }

  private static String text(double value) {
    return String.valueOf((int) value).replace('-', '−');
  }
}
