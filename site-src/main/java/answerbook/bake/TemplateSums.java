package answerbook.bake;

import answerbook.store.ContentSum;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names the text of each template with those that it imports, by which a page is known. */
final class TemplateSums {
  private static final Pattern OTHER =
      Pattern.compile("<#(?:import|include)\\s+(?:\"([^\"$]+)\"|[^>]*)");
  private static final Pattern COMPUTED = Pattern.compile("\\?interpret|\\.get_optional_template");

  private final Path folder;
  private final String generator;
  private final Map<String, String> sums = new HashMap<>();

  /**
   * @param folder of the templates
   * @param generator names the program that gives templates what they show
   */
  TemplateSums(Path folder, String generator) {
    this.folder = folder;
    this.generator = generator;
  }

  /** The sum of a template. */
  String of(String template) throws IOException {
    String known = sums.get(template);
    if (known == null) {
      ContentSum sum = new ContentSum();
      sum.text(generator);
      Set<String> all = new TreeSet<>();
      if (!collect(template, all)) {
        sum.tree(folder);
      }
      for (String name : all) {
        sum.text(name + "\n" + text(name));
      }
      known = sum.toString();
      sums.put(template, known);
    }
    return known;
  }

  /**
   * Collects a template and those that it imports; returns whether all of them are known. A name is
   * known if it is that of a file beside the templates of pages: what FreeMarker finds by any other
   * depends on who names it.
   */
  private boolean collect(String template, Set<String> all) throws IOException {
    if (!all.add(template)) {
      return true;
    }
    if (template.contains("/") || !Files.isRegularFile(folder.resolve(template))) {
      return false;
    }
    String text = text(template);
    boolean isKnown = !COMPUTED.matcher(text).find();
    for (Matcher other = OTHER.matcher(text); other.find(); ) {
      isKnown &= other.group(1) != null && collect(other.group(1), all);
    }
    return isKnown;
  }

  /** The text of a template; empty if it isn't known, which is told when it is used. */
  private String text(String name) throws IOException {
    Path file = folder.resolve(name);
    return !name.contains("/") && Files.isRegularFile(file) ? Files.readString(file) : "";
  }
}
