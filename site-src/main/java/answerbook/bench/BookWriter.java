package answerbook.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes a book of a given shape; the same shape gives the same bytes. */
final class BookWriter {
  private static final int TAG_USES = 20;

  private static final List<String> WORDS =
      List.of(
          ("a the of and to in is that for with as its weight gradient loss layer unit input output"
                  + " network training rate error batch value which each by it we step rule sum one")
              .split(" "));

  private final BookShape shape;
  private final Path root;
  private final Random random = new Random(2);
  private final FormulaSource formulas;

  /**
   * @param root an empty folder
   */
  BookWriter(BookShape shape, Path root) {
    this.shape = shape;
    this.root = root;
    this.formulas = new FormulaSource(shape.allDifferent());
  }

  /** Writes content and programs; returns how many different formulas there are. */
  int write() throws IOException {
    int topics = (shape.questions() + BookShape.TOPIC - 1) / BookShape.TOPIC;
    write("content/index.md", index("Generated book", "topics", IntStream.range(0, topics), "t"));
    for (int topic = 0; topic < topics; topic++) {
      int first = topic * BookShape.TOPIC;
      int last = Math.min(first + BookShape.TOPIC, shape.questions());
      IntStream slugs = IntStream.range(first, last);
      String title = "Topic of " + Names.title(topic);
      String folder = Names.slug("t", topic);
      write("content/" + folder + "/index.md", index(title, "questions", slugs, "q"));
      if (IntStream.range(first, last).anyMatch(shape::hasProgram)) {
        write("answers/" + folder + "/" + Names.type("t", topic) + ".java", shared(topic));
      }
      for (int question = first; question < last; question++) {
        question(folder, question);
      }
    }
    return formulas.different();
  }

  private static String index(String title, String key, IntStream numbers, String prefix) {
    String items =
        numbers.mapToObj(n -> "  - " + Names.slug(prefix, n) + "\n").collect(Collectors.joining());
    String description = key.equals("topics") ? "description: A book for measuring.\n" : "";
    return "---\ntitle: " + title + "\n" + description + key + ":\n" + items + "---\nAbout it.\n";
  }

  private void question(String folder, int number) throws IOException {
    String slug = Names.slug("q", number);
    write("content/" + folder + "/" + slug + ".md", text(number));
    if (shape.hasProgram(number)) {
      write("answers/" + folder + "/" + Names.type("q", number) + ".java", program(number));
    }
  }

  private String text(int number) {
    StringBuilder out = new StringBuilder("---\ntitle: What is " + Names.title(number) + "?");
    out.append("\nsource: bench-").append(number + 1).append("\nlevel: easy\ntags: [");
    int tags = Math.max(3, shape.questions() * 3 / TAG_USES);
    out.append(
        IntStream.range(0, 3)
            .mapToObj(i -> Names.slug("tag", (number * 3 + i * 7) % tags))
            .distinct()
            .collect(Collectors.joining(", ")));
    out.append("]\n---\n").append(prose(3)).append("\n\n<details><summary>Answer</summary>\n\n");
    out.append(prose(2)).append("\n\n### First\n\n").append(prose(4)).append("\n\n$$\n");
    out.append(formulas.next()).append("\n$$\n\n");
    int other = Math.max(0, number - 1 - number % BookShape.TOPIC % 3);
    String folder = Names.slug("t", other / BookShape.TOPIC);
    out.append("See [](../").append(folder).append('/').append(Names.slug("q", other));
    out.append(".md) for more.\n\n- ").append(prose(2)).append("\n- ").append(prose(1));
    out.append("\n\n### Second\n\n").append(prose(2)).append("\n\n");
    if (shape.hasProgram(number)) {
      out.append("It is {{out1:%.4f}}.\n\n{{code:main}}\n\n{{table:steps | All steps.}}\n\n");
    }
    if (shape.hasPlot(number)) {
      out.append("{{plot:curve | How it falls.}}\n\n");
    }
    return out.append("</details>\n").toString();
  }

  /** A line of words with some formulas among them. */
  private String prose(int count) {
    StringBuilder out = new StringBuilder("This");
    for (int i = 0; i < count; i++) {
      for (int word = 0; word < 18; word++) {
        out.append(' ').append(WORDS.get(random.nextInt(WORDS.size())));
      }
      out.append(" $").append(formulas.next()).append('$');
    }
    return out.append('.').toString();
  }

  private static String shared(int topic) {
    return """
        /** What the programs of a topic share. */
        final class %s {
          private %1$s() {}

          static double scale(double value) {
            return 2 * value;
          }
        }
        """
        .formatted(Names.type("t", topic));
  }

  private String program(int number) {
    String plot =
        """
            plot("curve", "A curve that falls from 1 to 0.")
                .x("step")
                .y("value")
                .line("value", 0, 9, t -> Math.exp(-t));
        """;
    return """
        import static answerbook.api.Snippet.*;

        import org.nd4j.linalg.api.ndarray.INDArray;
        import org.nd4j.linalg.factory.Nd4j;

        /** A weighted sum. */
        public class %s {
          public static void main(String[] args) {
            // @start region="main"
            double input = %d;
            INDArray x = Nd4j.create(new double[][] {{input, 0.5, -1.5}});
            INDArray w = Nd4j.create(new double[][] {{0.25}, {-0.75}, {0.125}});
            double sum = x.mmul(w).getDouble(0);
            double out1 = %s.scale(sum);
            // @end
            show("out1", out1);
            check("the sum", sum, near(0.25 * input - 0.375 - 0.1875, 1e-12));
            var table = table("steps").column("step").column("value");
            for (int step = 0; step < 10; step++) {
              table.row(step, out1 * step);
            }
        %s  }
        }
        """
        .formatted(
            Names.type("q", number),
            number % 9 + 1,
            Names.type("t", number / BookShape.TOPIC),
            shape.hasPlot(number) ? plot : "");
  }

  private void write(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
