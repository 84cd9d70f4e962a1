import static answerbook.api.Snippet.*;

import java.util.Random;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Linear, ReLU, dropout, linear: forward and backward, checked against finite differences. */
public class TwoLayerNetwork {
  private static final int SAMPLES = 4;
  private static final int INPUTS = 3;
  private static final int HIDDEN = 5;
  private static final int OUTPUTS = 2;
  private static final double P = 0.4;
  private static final double RATE = 0.3;

  // @start region="forward"
  /** The parameters, or their gradients. */
  record Layers(INDArray w1, INDArray b1, INDArray w2, INDArray b2) {}

  /** The output, and what the backward pass needs. */
  record Pass(INDArray x, INDArray z, INDArray d, INDArray y) {}

  static Pass forward(INDArray x, INDArray m, Layers net) {
    INDArray z = x.mmul(net.w1).addRowVector(net.b1);
    INDArray h = Nd4j.nn().relu(z.dup(), 0);
    INDArray d = h.mul(m);
    INDArray y = d.mmul(net.w2).addRowVector(net.b2);
    return new Pass(x, z, d, y);
  }

  // @end

  // @start region="backward"
  /** The gradients, with that by the inputs in front. */
  record Gradients(INDArray x, Layers layers) {}

  static Gradients backward(INDArray dY, Pass pass, INDArray m, Layers net) {
    INDArray dD = dY.mmul(net.w2.transpose());
    INDArray dH = dD.mul(m);
    INDArray dZ = dH.mul(pass.z.gt(0).castTo(dH.dataType()));
    INDArray dW1 = pass.x.transpose().mmul(dZ);
    INDArray dW2 = pass.d.transpose().mmul(dY);
    INDArray dX = dZ.mmul(net.w1.transpose());
    return new Gradients(dX, new Layers(dW1, dZ.sum(0), dW2, dY.sum(0)));
  }

  // @end

  static double loss(INDArray y, INDArray t) {
    INDArray error = y.sub(t);
    return error.mul(error).sumNumber().doubleValue() / (2 * y.rows());
  }

  static INDArray lossGradient(INDArray y, INDArray t) {
    return y.sub(t).div(y.rows());
  }

  public static void main(String[] args) {
    INDArray x = fill(1, SAMPLES, INPUTS);
    INDArray t = fill(20, SAMPLES, OUTPUTS);
    Layers net =
        new Layers(
            fill(40, INPUTS, HIDDEN),
            fill(70, 1, HIDDEN),
            fill(80, HIDDEN, OUTPUTS),
            fill(100, 1, OUTPUTS));
    show("p", P);

    Pass pass = forward(x, keepAll(1), net);
    Gradients gradients = backward(lossGradient(pass.y, t), pass, keepAll(1), net);
    show("Y", pass.y.toDoubleMatrix());
    show("loss", loss(pass.y, t));
    show("dW1", gradients.layers.w1.toDoubleMatrix());
    show("db1", gradients.layers.b1.toDoubleVector());
    show("dW2", gradients.layers.w2.toDoubleMatrix());
    show("db2", gradients.layers.b2.toDoubleVector());
    show("dX", gradients.x.toDoubleMatrix());
    show("active", pass.z.gt(0).castTo(x.dataType()).sumNumber().longValue());
    show("units", pass.z.length());
    check(
        "error of the gradients without dropout against finite differences",
        error(gradients, x, t, keepAll(1), net),
        below(1e-8));

    INDArray example = exampleMask();
    Pass dropped = forward(x, example, net);
    Gradients droppedGradients = backward(lossGradient(dropped.y, t), dropped, example, net);
    show("lossDropped", loss(dropped.y, t));
    show("dW1Dropped", droppedGradients.layers.w1.toDoubleMatrix());
    show("dW2Dropped", droppedGradients.layers.w2.toDoubleMatrix());
    check(
        "error of the gradients with dropout against finite differences",
        error(droppedGradients, x, t, example, net),
        below(1e-8));

    averageOverMasks(x, t, net);
    tableOfShapes(pass, gradients.layers, net);
    train(x, t, net);
    drawPipeline();
  }

  /** All 2⁵ masks of the hidden units, weighted by their probability. */
  private static void averageOverMasks(INDArray x, INDArray t, Layers net) {
    INDArray meanOutput = Nd4j.zeros(x.dataType(), SAMPLES, OUTPUTS);
    INDArray meanInverted = Nd4j.zeros(x.dataType(), SAMPLES, OUTPUTS);
    double meanLoss = 0;
    for (int subset = 0; subset < 1 << HIDDEN; subset++) {
      int kept = Integer.bitCount(subset);
      double probability = Math.pow(1 - P, kept) * Math.pow(P, HIDDEN - kept);
      INDArray mask = mask(subset, 1);
      INDArray y = forward(x, mask, net).y;
      meanOutput.addi(y.mul(probability));
      meanLoss += probability * loss(y, t);
      INDArray inverted = forward(x, mask.div(1 - P), net).y;
      meanInverted.addi(inverted.mul(probability));
    }
    show("masks", 1L << HIDDEN);

    INDArray tested = forward(x, keepAll(1 - P), net).y;
    INDArray plain = forward(x, keepAll(1), net).y;
    check(
        "distance of the mean output over all masks from the output at test time",
        meanOutput.distance2(tested),
        below(1e-12));
    check(
        "the same for inverted dropout and the output without dropout",
        meanInverted.distance2(plain),
        below(1e-12));

    INDArray h = forward(x, keepAll(1), net).d;
    INDArray squares = h.mul(h).mmul(net.w2.mul(net.w2));
    double sum = squares.sumNumber().doubleValue();
    double penalty = P * (1 - P) * sum / (2 * SAMPLES);
    show("testLoss", loss(tested, t));
    show("meanLoss", meanLoss);
    show("penalty", penalty);
    check(
        "the mean loss over all masks is the test loss and the penalty",
        meanLoss,
        near(loss(tested, t) + penalty, 1e-12));
  }

  /** The same units for all samples: {@code value} where the subset has a unit, else 0. */
  private static INDArray mask(int subset, double value) {
    double[][] mask = new double[SAMPLES][HIDDEN];
    for (double[] row : mask) {
      for (int j = 0; j < HIDDEN; j++) {
        row[j] = (subset >> j & 1) * value;
      }
    }
    return Nd4j.create(mask);
  }

  private static INDArray keepAll(double value) {
    return mask(~0, value);
  }

  private static INDArray exampleMask() {
    double[][] mask = new double[SAMPLES][HIDDEN];
    for (int i = 0; i < SAMPLES; i++) {
      for (int j = 0; j < HIDDEN; j++) {
        mask[i][j] = (i + 2 * j) % 5 < 2 ? 0 : 1;
      }
    }
    return Nd4j.create(mask);
  }

  private static void tableOfShapes(Pass pass, Layers gradients, Layers net) {
    table("shapes")
        .column("array")
        .column("holds")
        .column("shape")
        .column("gradient")
        .row("$X$", "inputs", shape(pass.x), "$\\bar Z W_1^{\\mathsf T}$")
        .row("$W_1$", "weights of layer 1", shape(net.w1), "$X^{\\mathsf T}\\bar Z$")
        .row("$\\mathbf b_1$", "bias of layer 1", shape(net.b1), "column sums of $\\bar Z$")
        .row("$Z$", "before the ReLU", shape(pass.z), "$\\bar H \\odot [Z > 0]$")
        .row("$H$", "hidden units", shape(pass.d), "$\\bar Y W_2^{\\mathsf T}$")
        .row("$W_2$", "weights of layer 2", shape(net.w2), "$H^{\\mathsf T}\\bar Y$")
        .row("$\\mathbf b_2$", "bias of layer 2", shape(net.b2), "column sums of $\\bar Y$")
        .row("$Y$", "outputs", shape(pass.y), "given by the loss");
  }

  private static void train(INDArray x, INDArray t, Layers start) {
    int steps = 200;
    double[] iterations = linspace(0, steps, steps + 1);
    double[] plain = new double[steps + 1];
    double[] withDropout = new double[steps + 1];
    Random random = new Random(1);
    Layers net = copy(start);
    Layers noisy = copy(start);
    for (int step = 0; step <= steps; step++) {
      Pass pass = forward(x, keepAll(1), net);
      plain[step] = loss(pass.y, t);
      descend(net, backward(lossGradient(pass.y, t), pass, keepAll(1), net).layers);

      withDropout[step] = loss(forward(x, keepAll(1 - P), noisy).y, t);
      INDArray mask = randomMask(random);
      Pass dropped = forward(x, mask, noisy);
      descend(noisy, backward(lossGradient(dropped.y, t), dropped, mask, noisy).layers);
    }
    show("rate", RATE);
    show("steps", (long) steps);
    show("plainEnd", plain[steps], within(1e-6));
    show("dropoutEnd", withDropout[steps], within(1e-6));
    check("loss left by training without dropout", plain[steps], below(1e-4));
    double ratio = withDropout[steps] / plain[steps];
    check("loss left with dropout over loss left without", ratio, above(100));

    plot(
            "training",
            "Both losses fall steeply in the first iterations. Without dropout the loss goes on"
                + " falling by orders of magnitude. With dropout it levels off and jitters.")
        .x("iteration")
        .y("loss on the samples, all units present")
        .logY()
        .line("without dropout", iterations, plain)
        .line("with dropout, p = " + P, iterations, withDropout);
  }

  private static Layers copy(Layers net) {
    return new Layers(net.w1.dup(), net.b1.dup(), net.w2.dup(), net.b2.dup());
  }

  private static void descend(Layers net, Layers gradients) {
    net.w1.subi(gradients.w1.mul(RATE));
    net.b1.subi(gradients.b1.mul(RATE).reshape(1, HIDDEN));
    net.w2.subi(gradients.w2.mul(RATE));
    net.b2.subi(gradients.b2.mul(RATE).reshape(1, OUTPUTS));
  }

  static INDArray randomMask(Random random) {
    double[][] mask = new double[SAMPLES][HIDDEN];
    for (double[] row : mask) {
      for (int j = 0; j < HIDDEN; j++) {
        row[j] = random.nextDouble() < P ? 0 : 1;
      }
    }
    return Nd4j.create(mask);
  }

  private static String shape(INDArray array) {
    return "$" + array.rows() + " \\times " + array.columns() + "$";
  }

  private static void drawPipeline() {
    diagram(
            "pipeline",
            "A pipeline: X, the first linear layer, ReLU, dropout, the second linear layer, Y.")
        .column("")
        .label("x", "X")
        .column("")
        .block("linear1", "linear\nW_1, b_1")
        .column("")
        .activation("relu", "relu")
        .column("")
        .open("dropout", "dropout")
        .column("")
        .block("linear2", "linear\nW_2, b_2")
        .column("")
        .label("y", "Y")
        .edge("x", "linear1")
        .edge("linear1", "relu", "Z")
        .edge("relu", "dropout", "H")
        .edge("dropout", "linear2", "D")
        .edge("linear2", "y");
  }

  /** The largest difference from central differences, over all parameters and inputs. */
  private static double error(
      Gradients gradients, INDArray x, INDArray t, INDArray mask, Layers net) {
    INDArray[] arrays = {x, net.w1, net.b1, net.w2, net.b2};
    Layers layers = gradients.layers;
    INDArray[] formulas = {gradients.x, layers.w1, layers.b1, layers.w2, layers.b2};
    double step = 1e-6;
    double error = 0;
    for (int a = 0; a < arrays.length; a++) {
      for (long k = 0; k < arrays[a].length(); k++) {
        double kept = arrays[a].getDouble(k);
        arrays[a].putScalar(k, kept + step);
        double up = loss(forward(x, mask, net).y, t);
        arrays[a].putScalar(k, kept - step);
        double down = loss(forward(x, mask, net).y, t);
        arrays[a].putScalar(k, kept);
        double slope = (up - down) / (2 * step);
        error = Math.max(error, Math.abs(slope - formulas[a].getDouble(k)));
      }
    }
    return error;
  }

  private static INDArray fill(int start, int rows, int columns) {
    double[][] values = new double[rows][columns];
    for (int k = 0; k < rows * columns; k++) {
      values[k / columns][k % columns] = StrictMath.sin((start + k) * (start + k));
    }
    return Nd4j.create(values);
  }
}
