package answerbook.export.epub;

import answerbook.content.Book;
import answerbook.markdown.RenderedBook;
import org.jsoup.nodes.Element;

/** Pages that are no chapters: cover, title page, references. */
final class FrontPages {
  private final Book book;
  private final RenderedBook rendered;

  FrontPages(Book book, RenderedBook rendered) {
    this.book = book;
    this.rendered = rendered;
  }

  Page cover() {
    Element body = new Element("body");
    body.appendElement("div")
        .addClass("cover")
        .appendElement("img")
        .attr("src", "cover.svg")
        .attr("alt", "Cover: " + rendered.title().plain());
    return new Page("cover.xhtml", "Cover", "cover", body);
  }

  Page titlePage() {
    Element body = new Element("body");
    Element page = body.appendElement("section").addClass("title-page");
    Fragment fragment = new Fragment(new Contents(rendered));
    page.appendElement("h1")
        .insertChildren(0, fragment.of(rendered.title().html(), "").childNodes());
    page.appendElement("div")
        .addClass("introduction")
        .insertChildren(0, fragment.of(rendered.introduction().html(), "").childNodes());
    Element imprint = page.appendElement("p").addClass("meta");
    imprint.text("Every number was computed when the book was built. MIT licence.");
    if (!book.settings().url().isEmpty()) {
      imprint.appendText(" ");
      imprint.appendElement("a").attr("href", book.settings().url()).text(book.settings().url());
    }
    return new Page("title.xhtml", rendered.title().plain(), "frontmatter titlepage", body);
  }

  Page references(Contents contents) {
    Element body = new Element("body");
    body.appendElement("h1").text("References");
    Element list = body.appendElement("ul").addClass("works");
    Fragment fragment = new Fragment(contents);
    rendered
        .references()
        .forEach(
            (key, html) ->
                list.appendElement("li")
                    .id("ref-" + key)
                    .insertChildren(0, fragment.of(html, "").childNodes()));
    return new Page(Contents.REFERENCES, "References", "backmatter bibliography", body);
  }
}
