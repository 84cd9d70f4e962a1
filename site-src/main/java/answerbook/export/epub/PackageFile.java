package answerbook.export.epub;

import answerbook.content.Book;
import answerbook.markdown.RenderedBook;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** The package document: what the book is, how accessible it is, and its files in order. */
final class PackageFile {
  private static final List<String> FEATURES =
      List.of(
          "alternativeText",
          "displayTransformability",
          "longDescription",
          "MathML",
          "readingOrder",
          "structuralNavigation",
          "tableOfContents");

  private final Book book;
  private final RenderedBook rendered;
  private final Instant released;

  PackageFile(Book book, RenderedBook rendered, Instant released) {
    this.book = book;
    this.rendered = rendered;
    this.released = released.truncatedTo(ChronoUnit.SECONDS);
  }

  String of(Contents contents) {
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="en-GB">
        <metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
        %s</metadata>
        <manifest>
        <item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
        <item id="cover-image" href="cover.svg" media-type="image/svg+xml" properties="cover-image"/>
        <item id="style" href="style/book.css" media-type="text/css"/>
        <item id="math-font" href="style/fonts/math.woff2" media-type="font/woff2"/>
        %s</manifest>
        <spine>
        %s</spine>
        </package>
        """
        .formatted(metadata(), manifest(contents), spine(contents));
  }

  private String metadata() {
    StringBuilder out = new StringBuilder();
    String seed = "answerbook " + book.settings().url() + " " + rendered.title().plain();
    UUID id = UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8));
    out.append("<dc:identifier id=\"id\">urn:uuid:").append(id).append("</dc:identifier>\n");
    element(out, "dc:title", rendered.title().plain());
    element(out, "dc:language", "en-GB");
    element(out, "dc:description", book.settings().description());
    rendered.topics().forEach(topic -> element(out, "dc:subject", topic.title().plain()));
    element(out, "dc:rights", "MIT licence");
    property(out, "dcterms:modified", released.toString());
    property(out, "schema:accessMode", "textual");
    property(out, "schema:accessMode", "visual");
    property(out, "schema:accessModeSufficient", "textual");
    FEATURES.forEach(feature -> property(out, "schema:accessibilityFeature", feature));
    property(out, "schema:accessibilityHazard", "none");
    property(
        out,
        "schema:accessibilitySummary",
        "Formulas are MathML with their TeX as text. Every figure has a description."
            + " Each question leads to its answer and back.");
    return out.toString();
  }

  private static void element(StringBuilder out, String name, String text) {
    if (!text.isBlank()) {
      out.append("<" + name + ">").append(escaped(text)).append("</" + name + ">\n");
    }
  }

  private static void property(StringBuilder out, String name, String value) {
    out.append("<meta property=\"" + name + "\">").append(escaped(value)).append("</meta>\n");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }

  private static String manifest(Contents contents) {
    StringBuilder out = new StringBuilder();
    for (Page page : contents.pages()) {
      String properties =
          List.of("svg", "mathml").stream()
              .filter(property -> page.has(property.equals("svg") ? "svg" : "math"))
              .collect(Collectors.joining(" "));
      out.append("<item id=\"" + id(page) + "\" href=\"" + page.file() + "\"")
          .append(" media-type=\"application/xhtml+xml\"")
          .append(properties.isEmpty() ? "" : " properties=\"" + properties + "\"")
          .append("/>\n");
    }
    return out.toString();
  }

  /** The contents follow the title page. */
  private static String spine(Contents contents) {
    StringBuilder out = new StringBuilder();
    for (Page page : contents.pages()) {
      out.append("<itemref idref=\"" + id(page) + "\"/>\n");
      if (page.file().equals("title.xhtml")) {
        out.append("<itemref idref=\"nav\"/>\n");
      }
    }
    return out.toString();
  }

  private static String id(Page page) {
    return "page-" + page.file().replace(".xhtml", "");
  }
}
