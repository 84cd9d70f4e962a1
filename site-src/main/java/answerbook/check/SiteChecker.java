package answerbook.check;

import answerbook.diagnostic.Diagnostics;
import answerbook.diagnostic.Position;
import answerbook.diagnostic.SourceFile;
import answerbook.store.LastSite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;

/**
 * Checks the pages of a site: links lead to a file and an anchor that exist, nothing is loaded from
 * another host, an id stands once a page, images have a text, and no two files differ in case
 * alone. Pages that were taken from the last site, which was checked, are as good as they were,
 * unless something is gone that they may lead to.
 */
public final class SiteChecker {
  /** The page with the whole book, which every edit changes. */
  private static final String OF_ARTICLES = "book.html";

  private final Path site;
  private final LastSite last;
  private final Map<String, String> sums;
  private final KeptFacts kept;
  private final Diagnostics diagnostics;
  private final Map<String, PageFacts> pages = new ConcurrentSkipListMap<>();
  private final Map<String, Set<String>> ids = new HashMap<>();
  private final Map<String, String> targets = new HashMap<>();
  private final Map<String, String> addresses = new ConcurrentHashMap<>();
  private final Set<String> reported = new HashSet<>();
  private int links;

  /** For a site of which nothing is known. */
  SiteChecker(Path site, Diagnostics diagnostics) throws IOException {
    this(LastSite.none(site), LastSite.sumsOf(site), new KeptFacts(), diagnostics);
  }

  /**
   * @param last knows what was taken for the site that is checked
   * @param sums of all files of that site, by their addresses
   * @param kept facts of pages
   */
  public SiteChecker(
      LastSite last, Map<String, String> sums, KeptFacts kept, Diagnostics diagnostics) {
    this.site = last.next();
    this.last = last;
    this.sums = sums;
    this.kept = kept;
    this.diagnostics = diagnostics;
  }

  /** How much was checked. */
  public record Report(int links, int pages) {}

  /**
   * Checks all pages that can have become wrong.
   *
   * @throws IOException if a file can't be read
   */
  public Report check() throws IOException {
    Set<String> files = files();
    Set<String> all = new TreeSet<>(files);
    all.removeIf(file -> !file.endsWith(".html"));
    Set<String> fresh = new TreeSet<>(all);
    fresh.removeAll(last.taken());
    scan(fresh);
    boolean areMost = fresh.size() * 2 > all.size(); // To look at what they were takes longer.
    if (areMost || hasLost(fresh)) {
      fresh = all;
      scan(fresh);
    }
    for (String page : fresh) {
      checkIds(page, pages.get(page));
    }
    for (String page : fresh) {
      check(page, pages.get(page), files);
    }
    kept.save(sums.values());
    return new Report(links, fresh.size());
  }

  private void scan(Set<String> names) {
    names.parallelStream()
        .filter(name -> !pages.containsKey(name))
        .forEach(name -> pages.put(name, facts(name)));
  }

  /** Whether something is gone that pages which were taken may lead to. */
  private boolean hasLost(Set<String> fresh) throws IOException {
    if (!sums.keySet().containsAll(last.addresses())) {
      return true;
    }
    for (String page : fresh) {
      if (last.addresses().contains(page)) {
        Optional<Path> before = last.before(page);
        if (before.isEmpty() || !ids(pages.get(page)).containsAll(ids(facts(page, before.get())))) {
          return true;
        }
      }
    }
    return false;
  }

  private static Set<String> ids(PageFacts page) {
    return page.ids().stream().map(PageFacts.Id::id).collect(Collectors.toSet());
  }

  private Set<String> files() {
    Set<String> folded = new HashSet<>();
    for (String name : new TreeMap<>(sums).keySet()) {
      if (!folded.add(name.toLowerCase(java.util.Locale.ROOT))) {
        String remedy = "some file systems take them for one; rename one of the sources";
        diagnostics.error(
            new SourceFile(name, ""), Position.START, "two addresses differ in case alone", remedy);
      }
    }
    return sums.keySet();
  }

  private PageFacts facts(String name) {
    PageFacts known = kept.find(sums.get(name));
    return known == null ? kept.put(sums.get(name), facts(name, site.resolve(name))) : known;
  }

  /** The facts of a page as it is in a file. */
  private PageFacts facts(String name, Path file) {
    String html = text(file);
    if (name.equals(OF_ARTICLES)) {
      PageArticles articles = new PageArticles(html, kept);
      PageFacts facts = articles.areMany() ? articles.scan() : null;
      if (facts != null) {
        return shared(facts);
      }
    }
    return shared(new PageScanner(html).scan());
  }

  /** The facts with texts that other pages have too: a large site has a million links. */
  private PageFacts shared(PageFacts facts) {
    List<PageFacts.Link> links =
        facts.links().stream()
            .map(
                link ->
                    new PageFacts.Link(
                        addresses.computeIfAbsent(link.address(), address -> address),
                        link.offset(),
                        link.foreign(),
                        link.loads()))
            .toList();
    return new PageFacts(facts.ids(), links, facts.silentImages());
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private void checkIds(String name, PageFacts page) {
    Set<String> here = new HashSet<>();
    for (PageFacts.Id id : page.ids()) {
      if (!here.add(id.id())) {
        String message = "id '" + id.id() + "' is there twice";
        error(name, id.offset(), message, "anchors must be unique on a page");
      }
    }
    ids.put(name, here);
  }

  private void check(String name, PageFacts page, Set<String> files) {
    for (PageFacts.Link link : page.links()) {
      if (!link.foreign()) {
        links++;
        follow(name, link, files);
      } else if (link.loads()) {
        String message = "loads '" + link.address() + "' from elsewhere";
        error(name, link.offset(), message, "copy it into the site");
      }
    }
    for (int image : page.silentImages()) {
      error(name, image, "an image without a text", "say what it shows");
    }
  }

  private void follow(String page, PageFacts.Link link, Set<String> files) {
    String address = link.address();
    int hash = address.indexOf('#');
    String path = hash < 0 ? address : address.substring(0, hash);
    String anchor = hash < 0 ? "" : address.substring(hash + 1);
    String target = path.isEmpty() ? page : target(page, path);
    String message = "the link leads nowhere: '" + address + "'";
    if (!files.contains(target)) {
      error(page, link.offset(), message, "there is no file " + target);
    } else if (!anchor.isEmpty() && target.endsWith(".html") && !hasId(target, anchor)) {
      error(page, link.offset(), message, target + " has no id '" + anchor + "'");
    }
  }

  private boolean hasId(String page, String anchor) {
    return ids.computeIfAbsent(page, name -> ids(facts(name))).contains(anchor);
  }

  /** The file that a path leads to; most pages of a folder have the same paths. */
  private String target(String page, String path) {
    String folder = page.substring(0, page.lastIndexOf('/') + 1);
    return targets.computeIfAbsent(
        folder + path, all -> Path.of(all).normalize().toString().replace('\\', '/'));
  }

  /** Reports a mistake at its first place; a template repeats the same one on every page. */
  private void error(String page, int offset, String message, String remedy) {
    if (reported.add(message.replace("../", ""))) {
      SourceFile source = SourceFile.read(site, site.resolve(page));
      diagnostics.error(source, offset, message, remedy);
    }
  }
}
