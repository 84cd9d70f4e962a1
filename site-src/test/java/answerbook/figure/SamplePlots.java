package answerbook.figure;

import answerbook.api.Plot;
import answerbook.api.Plot.Axis;
import answerbook.api.Snippet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Plots as the book has them, and plots of every mark. */
final class SamplePlots {
  private SamplePlots() {}

  static Map<String, Plot> all() {
    Map<String, Plot> plots = new LinkedHashMap<>();
    plots.put("sigmoids", sigmoids());
    plots.put("losses", losses());
    plots.put("early-stopping", earlyStopping());
    plots.put("roc", roc());
    plots.put("plane", plane());
    plots.put("bars", bars());
    plots.put("one-bars", oneBars());
    plots.put("log", log());
    plots.put("six", six());
    plots.put("six-points", sixPoints());
    plots.put("steps", steps());
    plots.put("tanh", tanh());
    plots.put("training", training());
    plots.put("few-bars", fewBars());
    return plots;
  }

  static Plot empty(String description) {
    Axis plain = new Axis("", false, Double.NaN, Double.NaN, List.of());
    return new Plot(description, plain, plain, false, List.of(), List.of());
  }

  static Plot sigmoids() {
    return empty("Three rising S-shaped curves that meet at x = 0, where each is 0.5.")
        .x("x")
        .y("σ(x)")
        .line("1/(1+e^{-2x})", -4, 4, x -> 1 / (1 + Math.exp(-2 * x)))
        .line("1/(1+e^{-5x})", -4, 4, x -> 1 / (1 + Math.exp(-5 * x)))
        .line("1/(1+2^{-1.5x})", -4, 4, x -> 1 / (1 + Math.pow(2, -1.5 * x)));
  }

  static Plot losses() {
    Random random = new Random(7);
    double[] epochs = Snippet.linspace(1, 80, 80);
    double[] training = new double[80];
    double[] validation = new double[80];
    int least = 0;
    for (int i = 0; i < 80; i++) {
      training[i] =
          0.15 + 0.75 * Math.exp(-i / 14.0) + 0.012 * random.nextGaussian() * Math.exp(-i / 60.0);
      double late = Math.max(0, i - 25);
      validation[i] =
          0.18 + 0.7 * Math.exp(-i / 8.0) + 0.0000165 * late * late + 0.008 * random.nextGaussian();
      least = validation[i] < validation[least] ? i : least;
    }
    return empty("Both losses fall; from epoch 36 on the validation loss rises again.")
        .x("epoch")
        .y("loss")
        .line("training", epochs, training)
        .line("validation", epochs, validation)
        .note(epochs[least], validation[least], "minimum at epoch " + (least + 1));
  }

  static Plot earlyStopping() {
    return empty(
            "The validation error falls to 0.2 at epoch 60 and rises; the training error falls to 0.1.")
        .x("epoch")
        .y("error")
        .line("validation error", 5, 110, e -> 0.2 + 0.0003 * (e - 60) * (e - 60))
        .dashed("training error", 5, 110, e -> 0.1 + (e < 60 ? 0.0003 * (e - 60) * (e - 60) : 0))
        .yRange(0, 1)
        .vertical(60, "stop here")
        .note(60, 0.2, "minimum 0.2");
  }

  static Plot roc() {
    double[] x = Snippet.linspace(0, 1, 101);
    return empty("The ROC curve hugs the upper left corner; the diagonal is chance.")
        .x("false positive rate")
        .y("true positive rate")
        .square()
        .line("model, AUC = 0.984", x, Snippet.map(x, v -> Math.pow(v, 0.03)))
        .dashed("chance", new double[] {0, 1}, new double[] {0, 1});
  }

  static Plot plane() {
    Random random = new Random(1);
    double[][] points = new double[4][40];
    for (int i = 0; i < 40; i++) {
      points[0][i] = random.nextGaussian();
      points[1][i] = random.nextGaussian();
      points[2][i] = 2.5 + random.nextGaussian();
      points[3][i] = 2.5 + random.nextGaussian();
    }
    double[] x = {-3, 6};
    return empty("Two clouds of points and the line between them, with its margin.")
        .x("x_1")
        .y("x_2")
        .square()
        .xRange(-3, 6)
        .yRange(-3, 6)
        .band("margin", x, new double[] {4.5, -4.5}, new double[] {6.5, -2.5})
        .line("boundary w^Tx + b = 0", x, new double[] {5.5, -3.5})
        .points("class 0", points[0], points[1])
        .points("class 1", points[2], points[3]);
  }

  static Plot bars() {
    List<String> names = List.of("Sigmoid", "Tanh", "ReLU", "Leaky ReLU", "GELU");
    return empty("Accuracy and loss by activation; ReLU and GELU lead.")
        .y("share / %")
        .bars("training", names, new double[] {71, 82, 93, 92, 94})
        .bars("validation", names, new double[] {69, 80, 88, 89, 90})
        .bars("test", names, new double[] {68, 78, 87, 88, 90})
        .horizontal(50, "coin toss");
  }

  static Plot oneBars() {
    List<String> names =
        List.of(
            "mini-batch gradient descent",
            "momentum",
            "Nesterov momentum",
            "RMSProp",
            "Adam",
            "AdamW with decoupled decay",
            "Adagrad");
    return empty("Change of loss by optimiser.")
        .y("change of loss")
        .bars("", names, new double[] {-0.1, 0.2, 0.25, -0.3, 0.5, 0.45, 0.1});
  }

  static Plot log() {
    double[] x = Snippet.linspace(1, 60, 60);
    double[] y = Snippet.map(x, v -> v > 20 && v < 25 ? Double.NaN : Math.pow(0.7, v));
    return empty("The error falls by a power of ten every 6.5 steps; steps 21 to 24 are missing.")
        .x("step")
        .y("error ‖w − w^*‖")
        .logY()
        .line("gradient descent", x, y)
        .line("momentum", x, Snippet.map(x, v -> Math.pow(0.9, v)))
        .horizontal(1e-6, "tolerance 10^{-6}");
  }

  static Plot six() {
    Plot plot = empty("Six parallel lines.").x("time (s)").y("value").xRange(0, 10);
    for (int i = 1; i <= 6; i++) {
      int slope = i;
      plot.line("series " + i, 0, 10, x -> slope + Math.sin(x + slope));
    }
    return plot;
  }

  static Plot sixPoints() {
    Random random = new Random(3);
    Plot plot = empty("Six clouds.").x("x").y("y").logX();
    for (int i = 1; i <= 6; i++) {
      List<Double> y = new ArrayList<>();
      double[] x =
          IntStream.range(0, 12)
              .mapToDouble(k -> Math.pow(10, random.nextDouble() * 4 - 1))
              .toArray();
      for (int k = 0; k < x.length; k++) {
        y.add(1e7 * random.nextGaussian());
      }
      plot.points("cloud_" + i, x, y.stream().mapToDouble(v -> v).toArray());
    }
    return plot;
  }

  static Plot steps() {
    double[] x = {0, 10, 20, 30, 40, 50};
    return empty("The step schedule halves the rate every ten epochs; the cosine falls smoothly.")
        .x("epoch")
        .y("learning rate η")
        .steps("halved", x, new double[] {0.1, 0.05, 0.025, 0.0125, 0.00625, 0.00625})
        .dashed("cosine", 0, 50, e -> 0.05 * (1 + Math.cos(Math.PI * e / 50)))
        .band(
            "",
            x,
            new double[] {.09, .04, .02, .01, 0, 0},
            new double[] {.11, .06, .03, .02, .01, .01});
  }

  static Plot tanh() {
    return empty("tanh(x/4) stretched by 4 is nearly the identity.")
        .x("x")
        .y("y")
        .line("4·tanh(x/4)", -4, 4, x -> 4 * Math.tanh(x / 4))
        .line("tanh(x/4)", -4, 4, x -> Math.tanh(x / 4));
  }

  static Plot training() {
    double[] epochs = Snippet.linspace(0, 80, 81);
    return empty("Accuracies rise to 0.95; the validation loss stops falling at epoch 29.")
        .x("epoch")
        .y("loss, accuracy")
        .yRange(0, 1)
        .line(
            "accuracy, training", epochs, Snippet.map(epochs, e -> 0.97 - 0.5 * Math.exp(-e / 12)))
        .line(
            "accuracy, validation",
            epochs,
            Snippet.map(epochs, e -> 0.94 - 0.45 * Math.exp(-e / 9)))
        .line("loss, training", epochs, Snippet.map(epochs, e -> 0.15 + 0.6 * Math.exp(-e / 18)))
        .line(
            "loss, validation",
            epochs,
            Snippet.map(epochs, e -> 0.18 + 0.6 * Math.exp(-e / 8) + 0.0005 * Math.max(0, e - 29)))
        .vertical(29, "E");
  }

  static Plot fewBars() {
    return empty("Parameters of two layers.")
        .y("parameters")
        .bars("", List.of("Conv2d", "Linear"), new double[] {896, 1_606_144});
  }
}
