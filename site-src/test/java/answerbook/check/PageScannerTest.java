package answerbook.check;

import static org.assertj.core.api.Assertions.assertThat;

import answerbook.store.EntryFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scanner finds what a full parser of HTML finds. */
class PageScannerTest {
  private static final String[] NAMES = {"a", "link", "img", "svg", "p", "span", "base", "use"};
  private static final String[] ATTRIBUTES = {
    "href", "src", "id", "alt", "role", "aria-label", "rel", "class", "ID", "data-x"
  };
  private static final String[] VALUES = {
    "",
    "a.html",
    "../b.html#c",
    "#d",
    "https://e.org/",
    "img",
    "canonical",
    "x &amp; y",
    "x > y",
    "'"
  };

  @Test
  void expectedPagesOfMiniBooksGiveTheSame() throws IOException {
    List<Path> pages;
    try (Stream<Path> walk = Files.walk(Path.of("site-src/test/resources/sites"))) {
      pages = walk.filter(path -> path.toString().endsWith(".html")).toList();
    }
    assertThat(pages).hasSizeGreaterThan(5);
    for (Path page : pages) {
      assertSame(Files.readString(page));
    }
  }

  @Test
  void commentsScriptsAndQuotesGiveTheSame() {
    assertSame("<!-- <a href='x'> --><p id=\"one\">a < b <b>2</b></p>");
    assertSame("<script src=\"a.js\">if (1 < 2) '<p id=\"no\">'</script><p id=two></p>");
    assertSame("<title>1 <a id=\"no\"></title><style>a > b { }</style><p id='three'></p>");
    assertSame("<svg role=\"img\"><title>t</title><use href=\"#g\"/></svg><img src=x.png>");
    assertSame("<!DOCTYPE html><html id=\"h\"><body id='b'><a href=\"a&amp;b.html\">x</a>");
  }

  @Test
  void thousandsOfRandomPagesGiveTheSame() {
    Random random = new Random(3);
    for (int i = 0; i < 3000; i++) {
      assertSame(page(random));
    }
  }

  @Test
  void articlesScannedOneByOneSayTheSame(@TempDir Path folder) {
    Random random = new Random(3);
    EntryFolder kept = new EntryFolder(folder, "1");
    List<String> articles = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      articles.add("<article class='a'>" + page(random) + "é</article>");
    }
    for (int edit = 0; edit < 12; edit++) {
      articles.set(edit, "<article id='new'>" + page(random) + "</article>");
      String html = "<main>\n" + String.join("\n", articles) + "<a href='x'>x</a>\n";
      KeptFacts facts = new KeptFacts(kept);

      assertThat(new PageArticles(html, facts).scan()).as(html).isEqualTo(parsed(html));
      facts.save(List.of());
    }
  }

  @Test
  void whatOnlyLooksLikeAnArticleIsScannedWithTheRest() {
    for (String html :
        List.of(
            "<script>'\n<article id=\"a\">'</script>",
            "<!-- \n<article id='a'> --><p id='b'>",
            "<p title='\n<article id=\"a\">'>")) {
      assertThat(new PageArticles(html, new KeptFacts()).scan()).as(html).isNull();
      assertSame(html);
    }
  }

  private static String page(Random random) {
    StringBuilder page = new StringBuilder("<!DOCTYPE html><body>");
    for (int tags = random.nextInt(6); tags >= 0; tags--) {
      String name = pick(random, NAMES);
      page.append(random.nextBoolean() ? "text " : " <!-- <p id='c'> -->").append('<').append(name);
      for (int count = random.nextInt(4); count > 0; count--) {
        char quote = random.nextBoolean() ? '"' : '\'';
        String value = pick(random, VALUES).replace(String.valueOf(quote), "");
        page.append(random.nextBoolean() ? " " : "\n  ").append(pick(random, ATTRIBUTES));
        page.append(random.nextInt(5) == 0 ? "" : "=" + quote + value + quote);
      }
      page.append(random.nextBoolean() ? ">" : " >").append("</").append(name).append('>');
    }
    return page.toString();
  }

  private static String pick(Random random, String[] from) {
    return from[random.nextInt(from.length)];
  }

  private static void assertSame(String html) {
    assertThat(new PageScanner(html).scan()).as(html).isEqualTo(parsed(html));
  }

  private static PageFacts parsed(String html) {
    Document page = Parser.htmlParser().setTrackPosition(true).parseInput(html, "");
    List<PageFacts.Id> ids = new ArrayList<>();
    List<PageFacts.Link> links = new ArrayList<>();
    for (Element each : page.select("[id]")) {
      ids.add(new PageFacts.Id(each.attr("id"), each.sourceRange().startPos()));
    }
    for (Element each : page.select("[href], [src]")) {
      String address = each.hasAttr("href") ? each.attr("href") : each.attr("src");
      boolean canonical = each.nameIs("link") && each.attr("rel").equals("canonical");
      boolean loads = !each.nameIs("a") && !canonical && !each.nameIs("base");
      boolean foreign = address.matches("(?s)[a-z]+:.*");
      links.add(new PageFacts.Link(address, each.sourceRange().startPos(), foreign, loads));
    }
    List<Integer> images =
        page
            .select("img:not([alt]), svg[role=img]:not([aria-label]):not([aria-labelledby])")
            .stream()
            .map(each -> each.sourceRange().startPos())
            .toList();
    return new PageFacts(ids, links, images);
  }
}
