package answerbook.export;

import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Document.OutputSettings.Syntax;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities.EscapeMode;

/** Fragments as trees, and trees as text. */
public final class Xml {
  private Xml() {}

  /** The tree of an HTML fragment: the element that holds it. */
  public static Element parse(String html) {
    Document document = Jsoup.parseBodyFragment(html);
    document.outputSettings().prettyPrint(false);
    return document.body();
  }

  /** An HTML fragment as one line of plain text, its formulas as they are read. */
  public static String plain(String html) {
    Element body = parse(html);
    body.select("annotation, .katex-html").remove();
    return body.text().replaceAll("\\s+", " ").strip();
  }

  /** An element with all its content, as XML. */
  public static String of(Element element) {
    return in(element, Syntax.xml).outerHtml();
  }

  /** The content of an element, as XML. */
  public static String inner(Element element) {
    return in(element, Syntax.xml).html();
  }

  /** The content of an element, as HTML. */
  public static String html(Element element) {
    return in(element, Syntax.html).html().strip();
  }

  private static Element in(Element element, Syntax syntax) {
    Document document = new Document("");
    document
        .outputSettings()
        .syntax(syntax)
        .escapeMode(EscapeMode.xhtml)
        .charset(StandardCharsets.UTF_8)
        .prettyPrint(false);
    Element copy = element.clone();
    document.appendChild(copy);
    return copy;
  }
}
