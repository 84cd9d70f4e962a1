package answerbook.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A book with every malicious vector in every place, a question for each. It is built twice: what
 * the first build refuses is left out of the second, which must be good.
 */
@SuppressWarnings("StringConcatToTextBlock")
public final class VectorBook {
  private static final Path VECTORS = Path.of("site-src/test/resources/corpus/xss");
  private static final int SAMPLE = 40;
  private static final int FIRST_LINE = 5;

  /** Where a vector is put, as the text of a question; {@code @} stands for the vector. */
  private static final Map<String, String> PLACES = new LinkedHashMap<>();

  static {
    PLACES.put("title", "@title");
    PLACES.put("label", "@asks");
    PLACES.put("paragraph", "Before\n\n@\n\nafter");
    PLACES.put("inline", "Some text @ and more");
    PLACES.put("heading", "### A part @");
    PLACES.put("item", "- an item\n- @");
    PLACES.put("cell", "| a | @ |\n|---|---|\n| b | @ |");
    PLACES.put("link", "See [the text](@) or [@](https://example.org/)");
    PLACES.put("autolink", "See <@>");
    PLACES.put("code", "See `@`\n\n```java\n@\n```");
    PLACES.put("formula", "See $@$");
    PLACES.put("figure", "![@](../figures/good.svg \"@\")");
    PLACES.put("footnote", "Text [^1]\n\n[^1]: @");
  }

  private final MiniBook book;
  private final Map<String, String> vectorOf = new LinkedHashMap<>();
  private final Set<String> refused = new TreeSet<>();
  private final Set<Integer> refusedLines = new TreeSet<>();
  private int figures;

  private VectorBook(MiniBook book) {
    this.book = book;
  }

  /** Builds it in {@code folder}. */
  public static VectorBook build(Path folder) {
    VectorBook vectors = new VectorBook(MiniBook.copyOf("reading", folder));
    vectors.write();
    vectors.buildWithoutTheRefused();
    return vectors;
  }

  public Path site() {
    return book.site();
  }

  /** Whether a question's page is one of those to look at by itself. */
  public boolean isSample(Path page) {
    return Math.floorMod(page.getFileName().toString().hashCode(), SAMPLE) == 0
        || page.getFileName().toString().startsWith("results");
  }

  /** How many there were, and what became of them. */
  public String told() {
    return lines("vectors.txt").size()
        + " vectors, "
        + figures
        + " figures, "
        + vectorOf.size()
        + " questions of them: "
        + refused.size()
        + " refused, "
        + (vectorOf.size() - refused.size())
        + " published and inert; of "
        + statements().size()
        + " statements of a program "
        + refusedLines.size()
        + " refused";
  }

  private void write() {
    book.write("content/figures/good.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
    int number = 0;
    for (String vector : lines("vectors.txt")) {
      for (Map.Entry<String, String> place : PLACES.entrySet()) {
        question(place.getKey() + "-" + letters(number), vector, place.getValue());
      }
      number++;
    }
    for (String figure : lines("figures.txt")) {
      String slug = "drawing-" + letters(figures++);
      book.write("content/figures/" + slug + ".svg", figure);
      question(slug, "", "![a drawing](../figures/" + slug + ".svg \"A drawing\")");
    }
    results();
    index();
  }

  private void question(String slug, String vector, String place) {
    String quoted = "'" + vector.replace("'", "''") + "'";
    String title = place.equals("@title") ? quoted : "Plain";
    String asks = place.equals("@asks") ? "asks:\n  " + quoted + ": z\n" : "";
    String body = place.startsWith("@") && place.length() > 1 ? "xss" : place.replace("@", vector);
    vectorOf.put(slug, vector);
    book.write(
        "content/topic/" + slug + ".md",
        """
        ---
        title: %s
        source: vector-%d
        level: easy
        tags: [xss]
        snippets: [HiddenUnit]
        %s---
        What of xss?

        <details><summary>Answer</summary>

        xss

        %s

        </details>
        """
            .formatted(title, vectorOf.size(), asks.replace(": z", ": HiddenUnit.z"), body));
  }

  /** One program that shows, prints, tabulates, plots and claims every vector. */
  private void results() {
    StringBuilder program = new StringBuilder("import static answerbook.api.Snippet.*;\n\n");
    program.append("final class ResultsPage {\n  public static void main(String[] args) {\n");
    StringBuilder text = new StringBuilder("{{output}}\n\n");
    int line = FIRST_LINE;
    for (Statement statement : statements()) {
      boolean claimRefused = refusedLines.contains(1) && statement.java.startsWith("check");
      boolean refusedHere = refusedLines.contains(line++) || claimRefused;
      program.append(refusedHere ? "\n" : statement.java + "\n");
      text.append(refusedHere ? "" : statement.text);
    }
    book.write("answers/topic/ResultsPage.java", program + "  }\n}\n");
    question("results-page", "", text.toString());
    book.write(
        "content/topic/results-page.md",
        book.read("content/topic/results-page.md").replace("snippets: [HiddenUnit]\n", ""));
  }

  /** A line of the program, and the text that inserts what it yields. */
  private record Statement(String java, String text) {}

  private static List<Statement> statements() {
    List<Statement> statements = new ArrayList<>();
    for (String vector : lines("vectors.txt")) {
      String text = "\"" + vector.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
      String name = "v" + statements.size();
      statements.add(
          new Statement("show(\"" + name + "\", " + text + ");", "A value {{" + name + "}}.\n\n"));
      statements.add(new Statement("System.out.println(" + text + ");", ""));
      statements.add(new Statement("check(" + text + ", true);", ""));
      statements.add(
          new Statement(
              "table(\"t" + name + "\").column(\"name\").row(" + text + ");",
              "{{table:t" + name + " | xss}}\n\n"));
      statements.add(
          new Statement(
              "plot(\"p%1$s\", %2$s).x(%2$s).y(%2$s).line(%2$s, new double[] {0, 1}, new double[] {0, 1}).note(0.5, 0.5, %2$s);"
                  .formatted(name, text),
              "{{plot:p" + name + " | xss}}\n\n"));
    }
    return statements;
  }

  private void index() {
    StringBuilder slugs = new StringBuilder("---\ntitle: Vectors\nquestions:\n");
    List.of("hidden-unit", "step-unit")
        .forEach(slug -> slugs.append("  - ").append(slug).append('\n'));
    vectorOf.keySet().stream()
        .filter(slug -> !refused.contains(slug))
        .forEach(slug -> slugs.append("  - ").append(slug).append('\n'));
    book.write("content/topic/index.md", slugs + "---\nxss\n");
  }

  private void buildWithoutTheRefused() {
    book.record();
    Matcher error =
        Pattern.compile("(?m)^content/(?:topic|figures)/([a-z-]+)\\.(?:md|svg):\\d+:\\d+: error: ")
            .matcher(book.output());
    while (error.find()) {
      refused.add(error.group(1));
    }
    Matcher line =
        Pattern.compile("(?m)^answers/topic/ResultsPage\\.java:(\\d+):\\d+: error: ")
            .matcher(book.output());
    while (line.find()) {
      refusedLines.add(Integer.parseInt(line.group(1)));
    }
    refused.remove("results-page");
    results();
    for (String slug : refused) {
      delete("content/topic/" + slug + ".md");
    }
    index();
    if (!book.record()) {
      throw new IllegalStateException(book.output());
    }
  }

  private void delete(String file) {
    try {
      Files.deleteIfExists(book.root().resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> lines(String file) {
    try {
      return Files.readAllLines(VECTORS.resolve(file)).stream()
          .filter(line -> !line.isBlank())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String letters(int number) {
    return "" + (char) ('a' + number / 26) + (char) ('a' + number % 26);
  }
}
