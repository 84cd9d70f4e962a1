package answerbook.export.cards;

import answerbook.export.Xml;
import answerbook.export.formula.Formula;
import answerbook.markdown.RenderedBook.RenderedTopic;
import answerbook.markdown.RenderedQuestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** Writes a question as a note: formulas in Anki's notation, drawings as files beside it. */
final class NoteWriter {
  private final String url;
  private final Map<String, String> references;
  private final Media media;

  /**
   * @param url where the book is published, with a final slash; empty if nowhere
   * @param references HTML of cited works by key
   */
  NoteWriter(String url, Map<String, String> references, Media media) {
    this.url = url;
    this.references = references;
    this.media = media;
  }

  Note note(RenderedTopic topic, RenderedQuestion question) {
    String slug = question.source().slug();
    String level = question.source().front().level().name().toLowerCase(Locale.ROOT);
    List<String> tags = new ArrayList<>(List.of("topic::" + topic.slug(), "level::" + level));
    tags.addAll(question.source().front().tags());
    List<String> fields =
        List.of(
            field(question.titleHtml(), slug),
            field(question.question(), slug),
            field(question.answer() + question.footnotes() + works(question), slug),
            field(topic.title().html(), slug),
            level,
            source(question));
    return new Note(slug, topic.slug(), question.title(), fields, tags);
  }

  private String works(RenderedQuestion question) {
    if (question.citations().isEmpty()) {
      return "";
    }
    StringBuilder out = new StringBuilder("<ul class=\"works\">");
    question
        .citations()
        .forEach(key -> out.append("<li>").append(references.get(key)).append("</li>"));
    return out.append("</ul>").toString();
  }

  /** Where the question is to be found: on the web if the book is there. */
  private String source(RenderedQuestion question) {
    String address = question.source().address();
    return url.isEmpty()
        ? question.source().slug()
        : "<a href=\"" + url + address + "\">" + question.source().slug() + "</a>";
  }

  private String field(String html, String slug) {
    Element body = Xml.parse(html);
    Formula.replaceAll(body, NoteWriter::inAnkisNotation);
    for (Element svg : body.select("svg")) {
      svg.replaceWith(media.image(svg, name(svg, slug)));
    }
    for (Element link : body.select("a[href]")) {
      address(link);
    }
    for (Element element : body.select("[id], [tabindex], [role], [aria-label]")) {
      element.removeAttr("id").removeAttr("tabindex").removeAttr("role").removeAttr("aria-label");
    }
    return Xml.html(body);
  }

  /**
   * The name of a drawing's file: the id of its figure, which is that of the question with a part.
   */
  private static String name(Element svg, String slug) {
    Element figure = svg.closest("figure[id]");
    return "answerbook-" + (figure == null ? slug : figure.id().replaceAll("-+", "-"));
  }

  private static List<TextNode> inAnkisNotation(Formula formula) {
    String tex = formula.tex();
    return List.of(new TextNode(formula.display() ? "\\[" + tex + "\\]" : "\\(" + tex + "\\)"));
  }

  /** Links lead to the web or nowhere: a card has no neighbours. */
  private void address(Element link) {
    String href = link.attr("href");
    if (href.startsWith("http")) {
      return;
    }
    if (href.startsWith("slug:") && !url.isEmpty()) {
      link.attr("href", url + "book.html#" + href.replaceFirst("^slug:[^#]*#|^slug:", ""));
    } else {
      link.unwrap();
    }
  }
}
