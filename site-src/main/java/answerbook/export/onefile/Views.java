package answerbook.export.onefile;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Arranges what were pages as views of one page, which follow each other where no script runs: the
 * book, practice, tags, references, colophon.
 */
final class Views {
  private static final String VIEW = "view";

  private final Pages pages;
  private final Document book;
  private final Element main;

  /**
   * @param book the page of the whole book, which gets the others
   */
  Views(Pages pages, Document book) {
    this.pages = pages;
    this.book = book;
    this.main = book.selectFirst("main");
  }

  void arrange() throws IOException {
    book();
    Element practice = view("practice", pages.read("practice.html"));
    practice.select("noscript").remove();
    tags();
    references();
    Element colophon = view("colophon", pages.read("colophon.html"));
    colophon.select(".changes").remove();
    book.body().attr("data-root", "").attr("data-one-file", "").addClass("one-file");
    book.select(
            "link[rel=icon], link[rel=canonical], link[rel=alternate], .brand img, meta[property], meta[name^=twitter]")
        .remove();
    book.select("[title=\"This question's own page\"]").removeAttr("title");
    book.select("[aria-current]").removeAttr("aria-current");
  }

  /** The book begins as the home page does. */
  private void book() throws IOException {
    Document home = pages.read("index.html");
    book.title(home.title());
    Element view = new Element("div").addClass(VIEW).id("view-book");
    view.insertChildren(0, main.childNodes());
    main.appendChild(view);
    view.selectFirst("h1").replaceWith(home.selectFirst("h1"));
    view.selectFirst("h1").after(home.selectFirst(".introduction"));
  }

  private Element view(String name, Document page) {
    Element view = main.appendElement("div").addClass(VIEW).id("view-" + name);
    view.insertChildren(0, page.selectFirst("main").childNodes());
    return view;
  }

  /** For each tag its questions, read from the questions themselves. */
  private void tags() {
    Map<String, Element> lists = new TreeMap<>();
    for (Element question : book.select("article.question")) {
      Element title = question.selectFirst("header h3 > a");
      for (Element tag : question.select(".meta a")) {
        Element list = lists.computeIfAbsent(tag.text(), name -> new Element("ul"));
        Element link = list.appendElement("li").appendElement("a");
        link.attr("href", "#" + question.id()).html(title.html());
      }
    }
    Element view = main.appendElement("div").addClass(VIEW).id("view-tags");
    view.appendElement("h1").text("Tags");
    lists.forEach(
        (tag, list) -> {
          Element part = view.appendElement("section").addClass("tag").id("tag-" + tag);
          part.appendElement("h2").text(tag);
          part.appendChild(list);
        });
  }

  private void references() throws IOException {
    Element view = view("references", pages.read("references.html"));
    for (Element work : view.select(".works > li[id]")) {
      work.id("ref-" + work.id());
    }
  }
}
