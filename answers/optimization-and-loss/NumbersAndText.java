import static answerbook.api.Snippet.*;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Prices of invented flats from two numbers and a description, in one network. */
public class NumbersAndText {
  static final int EMBEDDING = 4;
  static final int HIDDEN = 16;
  static final int NUMBERS = 3; // area, age, and whether the age is missing
  static final int EPOCHS = 25;
  static final int LEAST = 5;
  static final double NOISE = 0.1;

  /** Area in m², age in years (NaN if missing), description, logarithm of the price. */
  record Flat(double area, double age, String text, double price) {}

  static final String[] TELLING = {"renovated", "balcony", "view", "noisy", "basement", "garden"};
  static final double[] WORTH = {0.3, 0.15, 0.3, -0.3, -0.4, 0};
  static final String[] FILLERS = {
    "flat", "bright", "near", "the", "station", "with", "kitchen", "and", "parquet", "street"
  };

  static Flat flat(Random random) {
    double area = 60 * StrictMath.exp(0.5 * random.nextGaussian());
    double age = 100 * random.nextDouble();
    double price = StrictMath.log(area / 60) - 0.004 * age + NOISE * random.nextGaussian();
    List<String> words = new ArrayList<>();
    for (int i = 0; i < TELLING.length; i++) {
      if (random.nextDouble() < 0.25) {
        words.add(TELLING[i]);
        price += WORTH[i];
        // A garden is worth the more, the older the house is.
        price += TELLING[i].equals("garden") ? 0.012 * (age - 50) : 0;
      }
    }
    int fillers = 1 + random.nextInt(5);
    for (int i = 0; i < fillers; i++) {
      words.add(random.nextInt(words.size() + 1), FILLERS[random.nextInt(FILLERS.length)]);
    }
    if (random.nextDouble() < 0.2) {
      words.add("no" + random.nextInt(1000)); // a house number
    }
    boolean missing = random.nextDouble() < 0.2;
    return new Flat(area, missing ? Double.NaN : age, String.join(" ", words), price);
  }

  // @start region="tokens"
  static String[] tokens(String text) {
    return text.toLowerCase(Locale.ROOT).split("[^a-z0-9]+");
  }

  /** Words that occur often enough in training; index 0 is for all others. */
  static Map<String, Integer> vocabulary(List<Flat> training) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (Flat flat : training) {
      for (String token : tokens(flat.text)) {
        counts.merge(token, 1, Integer::sum);
      }
    }
    Map<String, Integer> index = new LinkedHashMap<>();
    index.put("<unk>", 0);
    counts.forEach(
        (token, count) -> {
          if (count >= LEAST) {
            index.put(token, index.size());
          }
        });
    return index;
  }

  // @end

  /** Mean and deviation of each number over the training set. */
  record Scaling(double[] mean, double[] deviation) {
    static Scaling of(List<Flat> training) {
      double[] mean = new double[2];
      double[] deviation = new double[2];
      for (int j = 0; j < 2; j++) {
        int column = j;
        double[] known =
            training.stream()
                .mapToDouble(flat -> prepared(flat)[column])
                .filter(value -> !Double.isNaN(value))
                .toArray();
        mean[j] = Arrays.stream(known).average().getAsDouble();
        double center = mean[j];
        deviation[j] =
            Math.sqrt(
                Arrays.stream(known)
                    .map(value -> (value - center) * (value - center))
                    .average()
                    .getAsDouble());
      }
      return new Scaling(mean, deviation);
    }

    // @start region="numbers"
    /** Logarithm of the area, age, and whether the age is missing. */
    static double[] prepared(Flat flat) {
      boolean missing = Double.isNaN(flat.age);
      double area = StrictMath.log(flat.area);
      return new double[] {area, flat.age, missing ? 1 : 0};
    }

    double[] apply(Flat flat) {
      double[] x = prepared(flat);
      for (int j = 0; j < 2; j++) {
        x[j] = (x[j] - mean[j]) / deviation[j];
        x[j] = Double.isNaN(x[j]) ? 0 : x[j]; // the mean
      }
      return x;
    }
    // @end
  }

  /** What a network gets: prepared numbers and word indices. */
  record Input(double[] numbers, int[] words) {}

  static int[] indices(String text, Map<String, Integer> vocabulary) {
    return Arrays.stream(tokens(text)).mapToInt(t -> vocabulary.getOrDefault(t, 0)).toArray();
  }

  /** Which parts of the input a network uses, and whether they meet in the hidden layer. */
  enum Fusion {
    NUMBERS,
    TEXT,
    ADDED,
    JOINED
  }

  static final class Network {
    static final int WIDTH = NUMBERS + EMBEDDING;
    final double[][] e; // one row per word
    final double[][] w = new double[HIDDEN][WIDTH];
    final double[] b = new double[HIDDEN];
    final double[] v = new double[HIDDEN];
    double c;
    final boolean[][] connected = new boolean[HIDDEN][WIDTH];

    Network(int words, Fusion fusion, Random random) {
      e = new double[words][EMBEDDING];
      for (double[] row : e) {
        Arrays.setAll(row, j -> 0.3 * random.nextGaussian());
      }
      for (int i = 0; i < HIDDEN; i++) {
        for (int j = 0; j < WIDTH; j++) {
          boolean number = j < NUMBERS;
          connected[i][j] =
              switch (fusion) {
                case NUMBERS -> number;
                case TEXT -> !number;
                case ADDED -> number == (i < HIDDEN / 2);
                case JOINED -> true;
              };
          double start = random.nextGaussian() * Math.sqrt(2.0 / WIDTH);
          w[i][j] = connected[i][j] ? start : 0;
        }
        v[i] = random.nextGaussian() / Math.sqrt(HIDDEN);
      }
    }

    // @start region="join"
    /** The numbers, then the mean of the words' embeddings. */
    double[] joined(Input input) {
      double[] x = Arrays.copyOf(input.numbers, WIDTH);
      for (int word : input.words) {
        for (int j = 0; j < EMBEDDING; j++) {
          x[NUMBERS + j] += e[word][j] / input.words.length;
        }
      }
      return x;
    }

    double output(double[] x) {
      double y = c;
      for (int i = 0; i < HIDDEN; i++) {
        y += v[i] * Math.max(0, sum(i, x));
      }
      return y;
    }

    // @end

    double sum(int i, double[] x) {
      double s = b[i];
      for (int j = 0; j < WIDTH; j++) {
        s += w[i][j] * x[j];
      }
      return s;
    }

    /** One step of SGD on half the squared error of one sample. */
    void step(Input input, double target, double rate) {
      double[] x = joined(input);
      double delta = rate * (output(x) - target);
      double[] back = new double[WIDTH];
      c -= delta;
      for (int i = 0; i < HIDDEN; i++) {
        double s = sum(i, x);
        if (s > 0) {
          double d = delta * v[i];
          v[i] -= delta * s;
          b[i] -= d;
          for (int j = 0; j < WIDTH; j++) {
            if (connected[i][j]) {
              back[j] += d * w[i][j];
              w[i][j] -= d * x[j];
            }
          }
        }
      }
      // @start region="embedding"
      for (int word : input.words) {
        for (int j = 0; j < EMBEDDING; j++) {
          e[word][j] -= back[NUMBERS + j] / input.words.length;
        }
      }
      // @end
    }

    double error(List<Input> inputs, double[] y) {
      double sum = 0;
      for (int k = 0; k < y.length; k++) {
        double d = output(joined(inputs.get(k))) - y[k];
        sum += d * d / y.length;
      }
      return sum;
    }
  }

  static Network train(List<Input> inputs, double[] y, int words, Fusion fusion, double rate) {
    Random random = new Random(19);
    Network network = new Network(words, fusion, random);
    for (int step = 0; step < EPOCHS * y.length; step++) {
      int n = random.nextInt(y.length);
      double left = 1 - step / (double) (EPOCHS * y.length);
      network.step(inputs.get(n), y[n], rate * left);
    }
    return network;
  }

  static List<Flat> sample(int size, Random random) {
    List<Flat> flats = new ArrayList<>();
    for (int k = 0; k < size; k++) {
      flats.add(flat(random));
    }
    return flats;
  }

  public static void main(String[] args) {
    Random random = new Random(19);
    List<Flat> training = sample(800, random);
    List<Flat> validation = sample(400, random);
    List<Flat> test = sample(2000, random);
    Map<String, Integer> vocabulary = vocabulary(training);
    Scaling scaling = Scaling.of(training);
    show("trainingSize", training.size());
    show("validationSize", validation.size());
    show("testSize", test.size());
    show("words", vocabulary.size() - 1);
    show("least", LEAST);
    show("embedding", EMBEDDING);

    checkScaling(training, scaling);
    checkGradient(training.get(0), vocabulary, scaling);
    example(vocabulary);
    compare(List.of(training, validation, test), vocabulary, scaling);
    picture();
  }

  private static void checkScaling(List<Flat> training, Scaling scaling) {
    INDArray areas =
        Nd4j.create(training.stream().mapToDouble(f -> StrictMath.log(f.area)).toArray());
    check("mean area by ND4J", areas.meanNumber().doubleValue(), near(scaling.mean[0], 1e-12));
    double deviation = areas.stdNumber(false).doubleValue();
    check("its standard deviation by ND4J", deviation, near(scaling.deviation[0], 1e-12));
    show("missing", training.stream().filter(f -> Double.isNaN(f.age)).count());
    double[] squareMetres = training.stream().mapToDouble(Flat::area).toArray();
    show(
        "areaRange",
        new double[] {
          Arrays.stream(squareMetres).min().getAsDouble(),
          Arrays.stream(squareMetres).max().getAsDouble()
        });
  }

  private static void checkGradient(Flat flat, Map<String, Integer> vocabulary, Scaling scaling) {
    Input input = new Input(scaling.apply(flat), indices(flat.text, vocabulary));
    Network before = new Network(vocabulary.size(), Fusion.JOINED, new Random(1));
    Network after = new Network(vocabulary.size(), Fusion.JOINED, new Random(1));
    after.step(input, flat.price, 1);
    double error = 0;
    int word = input.words[0];
    for (int j = 0; j < EMBEDDING; j++) {
      double slope = slope(before, before.e[word], j, input, flat.price);
      error = Math.max(error, Math.abs(before.e[word][j] - after.e[word][j] - slope));
    }
    for (int i = 0; i < HIDDEN; i++) {
      double slope = slope(before, before.w[i], i % Network.WIDTH, input, flat.price);
      double change = before.w[i][i % Network.WIDTH] - after.w[i][i % Network.WIDTH];
      error = Math.max(error, Math.abs(change - slope));
    }
    check("error of the gradient against finite differences", error, below(1e-7));

    // Words as counts: the mean embedding is a matrix product.
    double[] counts = new double[vocabulary.size()];
    for (int index : input.words) {
      counts[index] += 1.0 / input.words.length;
    }
    INDArray product = Nd4j.create(new double[][] {counts}).mmul(Nd4j.create(before.e));
    double[] joined = before.joined(input);
    error = 0;
    for (int j = 0; j < EMBEDDING; j++) {
      error = Math.max(error, Math.abs(product.getDouble(0, j) - joined[NUMBERS + j]));
    }
    check("mean embedding against word counts times the table, by ND4J", error, below(1e-12));
  }

  private static double slope(Network n, double[] row, int j, Input input, double y) {
    double h = 1e-6;
    double value = row[j];
    row[j] = value + h;
    double up = Math.pow(n.output(n.joined(input)) - y, 2) / 2;
    row[j] = value - h;
    double down = Math.pow(n.output(n.joined(input)) - y, 2) / 2;
    row[j] = value;
    return (up - down) / (2 * h);
  }

  private static void example(Map<String, Integer> vocabulary) {
    String text = "Bright flat, renovated; near the lake";
    show("text", text);
    String[] tokens = tokens(text);
    int[] indices = indices(text, vocabulary);
    var table = table("example").column("token").column("index");
    for (int k = 0; k < tokens.length; k++) {
      table.row(tokens[k], indices[k]);
    }
    check("a word that training never saw gets index 0", indices[tokens.length - 1] == 0);
    int padded = 12;
    show("length", tokens.length);
    show("padded", padded);
    show("shrunk", (double) tokens.length / padded);
  }

  private static void compare(
      List<List<Flat>> sets, Map<String, Integer> vocabulary, Scaling scaling) {
    double[] rates = {0.1, 0.03, 0.01, 0.003, 1e-3, 1e-4, 1e-5};
    String[] names = {
      "numbers only",
      "text only",
      "both, outputs added",
      "both, joined",
      "numbers only, unscaled",
      "both, joined, unscaled"
    };
    Fusion[] fusions = {
      Fusion.NUMBERS, Fusion.TEXT, Fusion.ADDED, Fusion.JOINED, Fusion.NUMBERS, Fusion.JOINED
    };
    List<double[]> prices =
        sets.stream().map(set -> set.stream().mapToDouble(Flat::price).toArray()).toList();
    var table =
        table("comparison").column("network").column("learning rate").column("test error", "%.3f");
    double[] errors = new double[names.length];
    double[] moved = new double[names.length];
    for (int m = 0; m < names.length; m++) {
      boolean unscaled = m >= 4;
      List<List<Input>> inputs = new ArrayList<>();
      for (List<Flat> set : sets) {
        List<Input> list = new ArrayList<>();
        for (Flat flat : set) {
          double[] numbers = unscaled ? unscaled(flat) : scaling.apply(flat);
          list.add(new Input(numbers, indices(flat.text, vocabulary)));
        }
        inputs.add(list);
      }
      double least = Double.POSITIVE_INFINITY;
      double best = 0;
      for (double rate : rates) {
        if (unscaled == rate > 0.002) {
          continue; // numbers as they are diverge at high rates; low ones are slow for the others
        }
        Network network = train(inputs.get(0), prices.get(0), vocabulary.size(), fusions[m], rate);
        double error = network.error(inputs.get(1), prices.get(1));
        if (error < least) {
          least = error;
          best = rate;
          moved[m] = moved(network, new Network(vocabulary.size(), fusions[m], new Random(19)));
          errors[m] = network.error(inputs.get(2), prices.get(2));
        }
      }
      table.row(names[m], best, errors[m]);
    }
    double mean = Arrays.stream(prices.get(0)).average().getAsDouble();
    double variance =
        Arrays.stream(prices.get(2)).map(y -> (y - mean) * (y - mean)).average().getAsDouble();
    show("variance", variance);
    show("noise", NOISE * NOISE);
    show("errors", errors);
    show("moved", moved[3]);
    show("movedUnscaled", moved[5]);
    check("error of both, as a share of that of numbers only", errors[3] / errors[0], below(0.5));
    check(
        "error of joined inputs, as a share of that of added outputs",
        errors[3] / errors[2],
        below(0.9));
    check("error without scaling, as a multiple", errors[5] / errors[3], above(3));
  }

  /** Root mean square change of the embeddings. */
  private static double moved(Network after, Network before) {
    double sum = 0;
    for (int word = 0; word < after.e.length; word++) {
      for (int j = 0; j < EMBEDDING; j++) {
        sum += Math.pow(after.e[word][j] - before.e[word][j], 2);
      }
    }
    return Math.sqrt(sum / (after.e.length * EMBEDDING));
  }

  private static double[] unscaled(Flat flat) {
    double[] x = Scaling.prepared(flat);
    x[1] = Double.isNaN(x[1]) ? 50 : x[1];
    return x;
  }

  private static void picture() {
    diagram(
            "network",
            "Two branches run side by side. Numbers: fill gaps and flag them, take logarithms,"
                + " standardise. Text: tokens, indices, embeddings, their mean. Both vectors are"
                + " concatenated, then follow a hidden layer of ReLUs and the output.")
        .vertical()
        .column("")
        .label("numbers", "area, age")
        .label("text", "description")
        .column("")
        .block("scale", "logarithm, gaps,\nstandardise")
        .block("tokens", "tokens, indices")
        .column("")
        .block("vector", NUMBERS + " numbers")
        .block("embedding", "embeddings, mean:\n" + EMBEDDING + " numbers")
        .column("")
        .block("join", "concatenate: " + Network.WIDTH)
        .column("")
        .block("hidden", HIDDEN + " ReLUs")
        .column("")
        .label("price", "price")
        .edge("numbers", "scale")
        .edge("text", "tokens")
        .edge("scale", "vector")
        .edge("tokens", "embedding")
        .edge("vector", "join")
        .edge("embedding", "join")
        .edge("join", "hidden")
        .edge("hidden", "price");
  }
}
