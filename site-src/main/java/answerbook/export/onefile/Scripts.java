package answerbook.export.onefile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The site's scripts inside the page. What they load elsewhere stands here already: search reads
 * the page, practice borrows questions from it.
 */
final class Scripts {
  private static final String FIRST = "assets/js/theme.js";
  private static final String LOADING = "assets/js/cards.js";
  private static final Set<String> FOR_KATEX =
      Set.of("assets/katex/blank-fonts.js", "assets/js/formula-room.js");
  private static final List<String> SEARCH =
      List.of("assets/js/words.js", "assets/js/search.js", "assets/js/excerpt.js");

  private final String first;
  private final String rest;

  /**
   * @param parts the folder of what only editions have
   */
  Scripts(Path site, Path parts, Document book, Document practice) throws IOException {
    Set<String> names = new LinkedHashSet<>(SEARCH);
    for (Document page : List.of(book, practice)) {
      page.select("script[src]").forEach(script -> names.add(script.attr("src")));
    }
    names.removeIf(name -> name.equals(FIRST) || FOR_KATEX.contains(name));
    StringBuilder all = new StringBuilder();
    for (String name : names) {
      Path file = name.equals(LOADING) ? parts.resolve("one-file.js") : site.resolve(name);
      all.append(Files.readString(file));
    }
    this.first = Files.readString(site.resolve(FIRST));
    this.rest = all.toString();
  }

  /** The first script runs before the page is painted, the rest when it is read. */
  void putInto(Document page, Policy policy) {
    page.select("script").remove();
    put(page.head(), first, policy);
    put(page.body(), rest, policy);
  }

  private static void put(Element place, String script, Policy policy) {
    if (script.contains("</script") || script.contains("<!--")) {
      throw new IllegalStateException("a script that ends itself can't stand in a page");
    }
    place.appendElement("script").appendChild(new DataNode(script));
    policy.allowScript(script);
  }
}
