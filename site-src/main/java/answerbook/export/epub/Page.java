package answerbook.export.epub;

import answerbook.export.Xml;
import org.jsoup.nodes.Element;

/**
 * A page of the EPUB.
 *
 * @param file its name
 * @param title of the page
 * @param kind what it is by the vocabulary of {@code epub:type}, as {@code chapter}
 * @param body its content
 */
record Page(String file, String title, String kind, Element body) {
  /** Whether it holds drawings or formulas, which a package has to tell. */
  boolean has(String element) {
    return body.selectFirst(element) != null;
  }

  String xhtml() {
    Element heading = new Element("title").text(title);
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE html>
        <html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="en-GB" xml:lang="en-GB">
        <head>
        <meta charset="utf-8"/>
        %s
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <link rel="stylesheet" href="style/book.css"/>
        </head>
        <body epub:type="%s">
        %s
        </body>
        </html>
        """
        .formatted(Xml.of(heading), kind, Xml.inner(body).strip());
  }
}
