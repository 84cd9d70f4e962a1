package answerbook.markdown;

import answerbook.code.Regions;
import answerbook.content.Question;
import answerbook.diagnostic.SourceFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Listings of programs and of what they print. */
final class Listings {
  /** Endings of the files, besides Java's, whose listings an answer may show. */
  private static final List<String> OTHER_LANGUAGES = List.of("py", "cpp");

  private final Scope scope;

  Listings(Scope scope) {
    this.scope = scope;
  }

  /**
   * A listing.
   *
   * @param argument empty, {@code region}, {@code Program}, {@code Program.region}, {@code py} or
   *     {@code py/region}
   * @param caption inline HTML; empty for the name of the file
   */
  String code(String argument, String caption) throws MistakeException {
    Excerpt excerpt = excerpt(argument);
    String heading = caption.isEmpty() ? Html.escape(excerpt.file()) : caption;
    return "<figure class=\"listing\"><figcaption>"
        + heading
        + "</figcaption>"
        + pre(excerpt.text(), excerpt.ending())
        + "</figure>\n";
  }

  /** A listing as a fenced block of Markdown. */
  String markdown(String argument) throws MistakeException {
    Excerpt excerpt = excerpt(argument);
    String language = scope.tools().highlighter().language(excerpt.ending());
    return "```" + language + "\n" + excerpt.text().stripTrailing() + "\n```";
  }

  private Excerpt excerpt(String argument) throws MistakeException {
    String[] parts = argument.split("/", 2);
    if (OTHER_LANGUAGES.contains(parts[0])) {
      return excerpt(sibling(parts[0]), parts.length == 2 ? parts[1] : "");
    }
    boolean named = !argument.isEmpty() && Character.isUpperCase(argument.charAt(0));
    int dot = argument.indexOf('.');
    String program = !named ? "" : dot < 0 ? argument : argument.substring(0, dot);
    String region = !named ? argument : argument.substring(dot < 0 ? argument.length() : dot + 1);
    return excerpt(scope.programs().program(program).source(), region);
  }

  /** What a program printed. */
  String output(String program) throws MistakeException {
    String output = scope.programs().program(program).output();
    if (output.isBlank()) {
      throw new MistakeException("the program prints nothing", "let it print, or remove this line");
    }
    return "<pre class=\"output\" tabindex=\"0\"><samp>"
        + Html.escape(output.stripTrailing())
        + "</samp></pre>\n";
  }

  /** A listing of text that stands in the Markdown itself. */
  String fenced(String code, String language) throws MistakeException {
    Set<String> names = scope.tools().highlighter().names();
    if (!names.contains(language)) {
      throw DirectiveHtml.unknown("language", language, names);
    }
    return "<figure class=\"listing\">" + pre(code, language) + "</figure>\n";
  }

  /** A file's text, or a region of it. */
  private record Excerpt(String file, String text) {
    String ending() {
      return file.substring(file.lastIndexOf('.') + 1);
    }
  }

  private Excerpt excerpt(SourceFile source, String region) throws MistakeException {
    Regions regions = new Regions(source);
    scope.tools().diagnostics().addAll(regions.mistakes());
    if (!region.isEmpty() && !regions.names().contains(region)) {
      throw DirectiveHtml.unknown("region", region, new TreeSet<>(regions.names()));
    }
    String name = source.name().substring(source.name().lastIndexOf('/') + 1);
    return new Excerpt(name, regions.text(region));
  }

  private String pre(String code, String language) {
    String highlighted = scope.tools().highlighter().html(code, language).stripTrailing();
    String name = scope.tools().highlighter().language(language);
    return "<pre tabindex=\"0\"><code class=\"hljs language-"
        + name
        + "\">"
        + highlighted
        + "</code></pre>";
  }

  /**
   * The file in another language that belongs to the question: {@code answers/<topic>/<slug>.py}.
   */
  private SourceFile sibling(String ending) throws MistakeException {
    BookNames names = scope.tools().names();
    Question question = names.bySlug().get(scope.slug());
    if (question == null) {
      throw new MistakeException("there are no programs here", "");
    }
    Path path =
        names.root().resolve("answers/" + question.topic() + "/" + question.slug() + "." + ending);
    if (!Files.exists(path)) {
      throw new MistakeException(
          "there is no file " + SourceFile.name(names.root(), path), "write it");
    }
    return scope.read(path);
  }
}
