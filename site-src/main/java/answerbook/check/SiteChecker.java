package answerbook.check;

import answerbook.diagnostic.Diagnostics;
import answerbook.diagnostic.Position;
import answerbook.diagnostic.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * Checks every page of a site: links lead to a file and an anchor that exist, nothing is loaded
 * from another host, an id stands once a page, images have a text, and no two files differ in case
 * alone.
 */
public final class SiteChecker {
  private final Path site;
  private final Diagnostics diagnostics;
  private final Map<String, SourceFile> sources = new TreeMap<>();
  private final Map<String, Document> pages = new TreeMap<>();
  private final Map<String, Set<String>> ids = new HashMap<>();
  private final Set<String> reported = new HashSet<>();
  private int links;

  public SiteChecker(Path site, Diagnostics diagnostics) {
    this.site = site;
    this.diagnostics = diagnostics;
  }

  /**
   * Checks all pages and returns how many links were followed.
   *
   * @throws IOException if a file can't be read
   */
  public int check() throws IOException {
    Set<String> files = files();
    for (String file : files) {
      if (file.endsWith(".html")) {
        read(file);
      }
    }
    pages.forEach((name, page) -> check(name, page, files));
    return links;
  }

  private Set<String> files() throws IOException {
    Set<String> names = new HashSet<>();
    Set<String> folded = new HashSet<>();
    List<Path> paths;
    try (Stream<Path> walk = Files.walk(site)) {
      paths = walk.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path path : paths) {
      String name = SourceFile.name(site, path);
      names.add(name);
      if (!folded.add(name.toLowerCase(java.util.Locale.ROOT))) {
        String remedy = "some file systems take them for one; rename one of the sources";
        diagnostics.error(
            new SourceFile(name, ""), Position.START, "two addresses differ in case alone", remedy);
      }
    }
    return names;
  }

  private void read(String name) throws IOException {
    SourceFile source = SourceFile.read(site, site.resolve(name));
    sources.put(name, source);
    Document page = Parser.htmlParser().setTrackPosition(true).parseInput(source.text(), "");
    pages.put(name, page);
    Set<String> here = new HashSet<>();
    for (Element element : page.select("[id]")) {
      if (!here.add(element.id())) {
        error(
            name,
            element,
            "id '" + element.id() + "' is there twice",
            "anchors must be unique on a page");
      }
    }
    ids.put(name, here);
  }

  private void check(String name, Document page, Set<String> files) {
    for (Element element : page.select("[href], [src]")) {
      String address = element.hasAttr("href") ? element.attr("href") : element.attr("src");
      boolean anchor = element.nameIs("a");
      boolean canonical = element.nameIs("link") && element.attr("rel").equals("canonical");
      boolean base = element.nameIs("base");
      if (!address.matches("[a-z]+:.*")) {
        links++;
        follow(name, element, address, files);
      } else if (!anchor && !canonical && !base) {
        error(name, element, "loads '" + address + "' from elsewhere", "copy it into the site");
      }
    }
    for (Element image :
        page.select("img:not([alt]), svg[role=img]:not([aria-label]):not([aria-labelledby])")) {
      error(name, image, "an image without a text", "say what it shows");
    }
  }

  private void follow(String page, Element element, String address, Set<String> files) {
    int hash = address.indexOf('#');
    String path = hash < 0 ? address : address.substring(0, hash);
    String anchor = hash < 0 ? "" : address.substring(hash + 1);
    Path from = Path.of(page);
    String target =
        path.isEmpty() ? page : from.resolveSibling(path).normalize().toString().replace('\\', '/');
    if (!files.contains(target)) {
      error(
          page, element, "the link leads nowhere: '" + address + "'", "there is no file " + target);
    } else if (!anchor.isEmpty() && ids.containsKey(target) && !ids.get(target).contains(anchor)) {
      error(
          page,
          element,
          "the link leads nowhere: '" + address + "'",
          target + " has no id '" + anchor + "'");
    }
  }

  /** Reports a mistake at its first place; a template repeats the same one on every page. */
  private void error(String page, Element element, String message, String remedy) {
    if (reported.add(message.replace("../", ""))) {
      int offset = Math.max(0, element.sourceRange().startPos());
      diagnostics.error(sources.get(page), offset, message, remedy);
    }
  }
}
