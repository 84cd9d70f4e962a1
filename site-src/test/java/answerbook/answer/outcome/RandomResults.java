package answerbook.answer.outcome;

import answerbook.api.Diagram;
import answerbook.api.ElementType;
import answerbook.api.Plot;
import answerbook.api.Result;
import answerbook.api.Table;
import answerbook.api.Tensor;
import answerbook.api.Text;
import answerbook.api.Tolerance;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Results of all types with values that are hard on a format. */
@SuppressWarnings({"EnumOrdinal", "FloatingPointLiteralPrecision"})
final class RandomResults {
  private static final double[] SPECIAL = {
    0.0,
    -0.0,
    Double.NaN,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    Double.MIN_VALUE,
    Double.MIN_NORMAL,
    Double.MAX_VALUE,
    0.1,
    1e21,
    1e22,
    1e-7,
    2e-3,
    123456789012345680.0,
    9007199254740993.0
  };

  private final Random random;

  RandomResults(long seed) {
    random = new Random(seed);
  }

  Result next() {
    return switch (random.nextInt(6)) {
      case 0 -> new Text(text());
      case 1 -> table();
      case 2 -> plot();
      case 3 -> diagram();
      default -> tensor(random.nextInt(4));
    };
  }

  Tensor tensor(int rank) {
    ElementType type = ElementType.values()[random.nextInt(4)];
    int[] shape = random.ints(rank, 0, 4).toArray();
    double[] values =
        random
            .doubles(Arrays.stream(shape).reduce(1, (a, b) -> a * b))
            .map(any -> element(type))
            .toArray();
    return new Tensor(type, shape, values, tolerance());
  }

  double number() {
    return switch (random.nextInt(4)) {
      case 0 -> SPECIAL[random.nextInt(SPECIAL.length)];
      case 1 -> random.nextInt(2000) / 100.0;
      case 2 -> Double.longBitsToDouble(random.nextLong() & 0x000F_FFFF_FFFF_FFFFL);
      default -> Double.longBitsToDouble(random.nextLong());
    };
  }

  private double element(ElementType type) {
    return switch (type) {
      case BOOLEAN -> random.nextInt(2);
      case INTEGER -> random.nextLong() >> (11 + random.nextInt(52));
      case FLOAT ->
          random.nextBoolean() ? (float) number() : Float.intBitsToFloat(random.nextInt());
      case DOUBLE -> number();
    };
  }

  private Tolerance tolerance() {
    return switch (random.nextInt(4)) {
      case 0 -> Tolerance.DOUBLE;
      case 1 -> Tolerance.FLOAT;
      case 2 -> Tolerance.EXACT;
      default -> new Tolerance(random.nextDouble(), random.nextDouble() * 1e-300);
    };
  }

  private String text() {
    return random
        .ints(random.nextInt(12), 0, 0x250)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .append(random.nextBoolean() ? "\n\"\\\u2028😀" : "")
        .toString();
  }

  private Table table() {
    List<Table.Column> columns =
        several(() -> new Table.Column(text(), random.nextBoolean() ? "" : "%.3f"));
    return new Table(
        columns,
        several(
            () ->
                columns.stream()
                    .<Result>map(
                        column ->
                            random.nextInt(3) == 0 ? new Text(text()) : tensor(random.nextInt(2)))
                    .toList()));
  }

  private Plot plot() {
    return new Plot(
        "d" + text(),
        axis(),
        axis(),
        random.nextBoolean(),
        several(this::series),
        several(this::marker));
  }

  private Plot.Axis axis() {
    return new Plot.Axis(text(), random.nextBoolean(), number(), number(), several(this::text));
  }

  private Plot.Series series() {
    Plot.Mark mark = Plot.Mark.values()[random.nextInt(Plot.Mark.values().length)];
    int length = random.nextInt(5);
    double[] upper = mark == Plot.Mark.BAND ? numbers(length) : new double[0];
    return new Plot.Series(text(), mark, numbers(length), numbers(length), upper);
  }

  private Plot.Marker marker() {
    Plot.MarkerKind kind = Plot.MarkerKind.values()[random.nextInt(3)];
    return new Plot.Marker(kind, number(), number(), text());
  }

  private Diagram diagram() {
    Diagram.Shape[] shapes = Diagram.Shape.values();
    List<Diagram.Node> nodes =
        several(
            () ->
                new Diagram.Node(
                    text(), shapes[random.nextInt(shapes.length)], text(), random.nextInt(3)));
    List<Diagram.Edge> edges =
        several(() -> new Diagram.Edge(text(), text(), text(), random.nextBoolean()));
    return new Diagram("d" + text(), random.nextBoolean(), several(this::text), nodes, edges);
  }

  private double[] numbers(int count) {
    return random.doubles(count).map(any -> number()).toArray();
  }

  private <T> List<T> several(Supplier<T> one) {
    return Stream.generate(one).limit(random.nextInt(4)).toList();
  }

  /** {@code count} results. */
  List<Result> next(int count) {
    return Stream.generate(this::next).limit(count).toList();
  }
}
