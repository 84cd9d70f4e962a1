package answerbook.markdown;

import answerbook.diagnostic.Position;
import answerbook.diagnostic.SourceFile;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A hand-drawn SVG, read strictly and written anew: nothing reaches a page but shapes and text that
 * {@link SvgVocabulary} knows, whatever a browser would make of the file's own characters.
 */
final class SvgDrawing {
  private static final String SVG = "http://www.w3.org/2000/svg";

  private final SourceFile file;
  private final XMLStreamReader xml;
  private final Map<String, String> rootAttributes;
  private final StringBuilder out = new StringBuilder();
  private boolean tagIsOpen;

  private SvgDrawing(SourceFile file, XMLStreamReader xml, Map<String, String> rootAttributes) {
    this.file = file;
    this.xml = xml;
    this.rootAttributes = rootAttributes;
  }

  /**
   * The drawing as a part of a page.
   *
   * @param rootAttributes attributes of the outermost element, which replace its own of these names
   * @throws RefusedException at the first thing that does not belong into a drawing
   */
  static String html(SourceFile file, Map<String, String> rootAttributes) throws RefusedException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(file.text()));
      return new SvgDrawing(file, xml, rootAttributes).written();
    } catch (XMLStreamException e) {
      String message = String.valueOf(e.getMessage()).replaceFirst("(?s).*\\nMessage: ", "");
      throw new RefusedException(
          position(file, e.getLocation()),
          "bad XML: " + message.lines().findFirst().orElse(""),
          "export it as plain SVG");
    }
  }

  /** What is wrong in a drawing, and where. */
  static final class RefusedException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Position position;
    private final String remedy;

    RefusedException(Position position, String message, String remedy) {
      super(message);
      this.position = position;
      this.remedy = remedy;
    }

    Position position() {
      return position;
    }

    String remedy() {
      return remedy;
    }
  }

  private String written() throws XMLStreamException, RefusedException {
    int depth = 0;
    while (xml.hasNext()) {
      int event = xml.next();
      switch (event) {
        case XMLStreamConstants.START_ELEMENT -> start(depth++);
        case XMLStreamConstants.END_ELEMENT -> {
          depth--;
          end();
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          if (depth > 0) {
            text();
          }
        }
        case XMLStreamConstants.PROCESSING_INSTRUCTION, XMLStreamConstants.DTD ->
            throw refused("a drawing has no '<?' and no '<!'", "export it as plain SVG");
        default -> {}
      }
    }
    return out.toString();
  }

  private void start(int depth) throws RefusedException {
    String name = xml.getLocalName();
    if (!SVG.equals(xml.getNamespaceURI()) || !xml.getPrefix().isEmpty()) {
      String remedy = "export it as plain SVG, with xmlns=\"" + SVG + "\" at its start";
      throw refused("<" + qualified(xml.getPrefix(), name) + "> is no SVG", remedy);
    }
    if (depth == 0 && !name.equals("svg")) {
      throw refused("a drawing starts with <svg, not <" + name, "export it as plain SVG");
    }
    if (!SvgVocabulary.ELEMENTS.contains(name)) {
      throw refused(
          "<" + name + "> is not used in drawings", "use shapes and text: paths, circles, text");
    }
    closeTag();
    out.append('<').append(name);
    attributes(depth).forEach(this::attribute);
    tagIsOpen = true;
  }

  private Map<String, String> attributes(int depth) throws RefusedException {
    Map<String, String> attributes = new LinkedHashMap<>();
    if (depth == 0) {
      attributes.putAll(rootAttributes);
      attributes.put("xmlns", SVG);
    }
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      String name = qualified(xml.getAttributePrefix(i), xml.getAttributeLocalName(i));
      String value = xml.getAttributeValue(i);
      if (!SvgVocabulary.isAllowed(name, value)) {
        String remedy =
            SvgVocabulary.ATTRIBUTES.contains(name)
                ? "refer to a part of this drawing, as url(#name)"
                : "use attributes such as fill, stroke and class, or export it as plain SVG";
        throw refused(name + "=\"" + value + "\" is not used in drawings", remedy);
      }
      attributes.putIfAbsent(name, value);
    }
    return attributes;
  }

  private void attribute(String name, String value) {
    out.append(' ').append(name).append("=\"").append(Html.escape(value)).append('"');
  }

  private void end() {
    if (tagIsOpen) {
      out.append("/>");
      tagIsOpen = false;
    } else {
      out.append("</").append(xml.getLocalName()).append('>');
    }
  }

  private void text() {
    closeTag();
    out.append(Html.escape(xml.getText()));
  }

  private void closeTag() {
    if (tagIsOpen) {
      out.append('>');
      tagIsOpen = false;
    }
  }

  private RefusedException refused(String message, String remedy) {
    return new RefusedException(position(file, xml.getLocation()), message, remedy);
  }

  /** A parser tells where an element ends; its line is what helps. */
  private static Position position(SourceFile file, Location location) {
    int line =
        location == null ? 1 : Math.max(1, Math.min(location.getLineNumber(), file.lineCount()));
    return file.lineStart(line);
  }

  private static String qualified(String prefix, String name) {
    return prefix == null || prefix.isEmpty() ? name : prefix + ":" + name;
  }
}
