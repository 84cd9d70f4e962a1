package answerbook.content;

import answerbook.diagnostic.SourceFile;
import java.util.ArrayList;
import java.util.List;

/**
 * A question as its file has it.
 *
 * @param slug names the file, its program and its address, as {@code hidden-node}
 * @param topic the slug of its topic
 * @param number its place in the topic, from 1
 * @param file the Markdown file
 * @param front what the front matter says
 * @param bodyOffset where in the file the Markdown starts
 */
public record Question(
    String slug, String topic, int number, SourceFile file, Front front, int bodyOffset) {
  /**
   * The front matter.
   *
   * @param title may hold {@code $…$}
   * @param source the id under which the question was collected
   * @param tags lower-case words, without repetition
   * @param snippets names of further programs
   * @param asks what a reader may be asked to type
   * @param given numbers that the answer states without computing them
   */
  public record Front(
      Located title,
      String source,
      Level level,
      List<String> tags,
      List<Located> snippets,
      List<Ask> asks,
      List<Located> given) {}

  /**
   * A number that the question asks for.
   *
   * @param label names it for the reader; may hold {@code $…$}
   * @param value refers to what a program shows, as {@code out1} or {@code h[0]}
   */
  public record Ask(Located label, Located value) {}

  /**
   * The name of the program that belongs to the question by its slug: {@code HiddenNode} for {@code
   * hidden-node}.
   */
  public String programName() {
    StringBuilder name = new StringBuilder();
    for (String word : slug.split("-")) {
      name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
    }
    return name.toString();
  }

  /** The names of all programs that it may have, its own first. */
  public List<String> programNames() {
    List<String> names = new ArrayList<>(List.of(programName()));
    front.snippets().forEach(snippet -> names.add(snippet.text()));
    return names;
  }

  /** The names of all files that it may be made of, from the book's root. */
  public List<String> sourceNames() {
    List<String> names = new ArrayList<>(List.of(file.name()));
    String folder = "answers/" + topic + "/";
    programNames().forEach(program -> names.add(folder + program + ".java"));
    programNames().forEach(program -> names.add(folder + program + ".json"));
    for (String ending : List.of(".py", ".py.json", ".cpp", ".cpp.json")) {
      names.add(folder + slug + ending);
    }
    return names;
  }

  /** The address of its page from the site's root. */
  public String address() {
    return topic + "/" + slug + ".html";
  }
}
