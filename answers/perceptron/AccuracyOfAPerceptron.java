import static answerbook.api.Snippet.*;

import java.util.Random;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Accuracy of a perceptron, and the ratio that is mistaken for it. */
public class AccuracyOfAPerceptron {
  public static void main(String[] args) {
    // Two overlapping clouds, and the line halfway between their centres.
    int samples = 200;
    double[] w = {1, 1};
    double b = -2;
    Random random = new Random(41);
    double[][] x = new double[samples][2];
    int[] label = new int[samples];
    for (int n = 0; n < samples; n++) {
      label[n] = n % 2;
      x[n][0] = 2 * label[n] + random.nextGaussian();
      x[n][1] = 2 * label[n] + random.nextGaussian();
    }

    // @start region="count"
    int correct = 0;
    int wrong = 0;
    for (int n = 0; n < samples; n++) {
      int output = w[0] * x[n][0] + w[1] * x[n][1] + b > 0 ? 1 : 0;
      if (output == label[n]) {
        correct++;
      } else {
        wrong++;
      }
    }
    double accuracy = (double) correct / (correct + wrong);
    double ratio = (double) correct / wrong;
    // @end
    show("samples", samples);
    show("correct", correct);
    show("wrong", wrong);
    show("accuracy", accuracy);
    show("ratio", ratio);

    INDArray sums = Nd4j.create(x).mmul(Nd4j.create(new double[][] {{w[0]}, {w[1]}})).add(b);
    INDArray outputs = sums.gt(0).castTo(DataType.DOUBLE).reshape(samples);
    INDArray labels = Nd4j.createFromArray(label).castTo(DataType.DOUBLE);
    double error = outputs.sub(labels).norm1Number().doubleValue() / samples;
    check("accuracy is 1 minus the mean of |output − label|", 1 - error, near(accuracy, 1e-12));
    check("ratio / (1 + ratio) is the accuracy", ratio / (1 + ratio), near(accuracy, 1e-12));

    // A rule that always answers 0, on data of which few are 1.
    int rare = 5;
    double lazy = (double) (samples - rare) / samples;
    show("rare", rare);
    show("lazy", lazy);

    plot(
            "curve",
            "The ratio of correct to wrong against accuracy: 0 at accuracy 0, 1 at accuracy 0.5,"
                + " then ever steeper; it has no value at accuracy 1.")
        .x("accuracy = correct / all")
        .y("correct / wrong")
        .yRange(0, 20)
        .line("correct / wrong", 0, 0.95, a -> a / (1 - a))
        .dashed("accuracy itself", 0, 1, a -> a)
        .note(accuracy, ratio, "this perceptron");
  }
}
