package answerbook.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An SVG element under construction; attributes keep the order in which they were set. */
final class Element {
  private final String name;
  private final Map<String, String> attributes = new LinkedHashMap<>();
  private final List<Object> content = new ArrayList<>();

  Element(String name) {
    this.name = name;
  }

  /** A group whose class gives it its colour and pen. */
  static Element group(String classes) {
    return new Element("g").set("class", classes);
  }

  Element set(String attribute, String value) {
    attributes.put(attribute, value);
    return this;
  }

  Element set(String attribute, double value) {
    return set(attribute, Coordinate.text(value));
  }

  /** Appends a child and returns this element. */
  Element add(Element child) {
    content.add(child);
    return this;
  }

  /** Appends a new child and returns the child. */
  Element child(String childName) {
    Element child = new Element(childName);
    content.add(child);
    return child;
  }

  /** Appends text, which is escaped when written. */
  Element text(String text) {
    content.add(text);
    return this;
  }

  boolean isEmpty() {
    return content.isEmpty();
  }

  String xml() {
    StringBuilder out = new StringBuilder();
    write(out);
    return out.toString();
  }

  private void write(StringBuilder out) {
    out.append('<').append(name);
    attributes.forEach(
        (key, value) ->
            out.append(' ').append(key).append("=\"").append(escape(value)).append('"'));
    if (content.isEmpty()) {
      out.append("/>");
      return;
    }
    out.append('>');
    for (Object part : content) {
      if (part instanceof Element element) {
        element.write(out);
      } else {
        out.append(escape((String) part));
      }
    }
    out.append("</").append(name).append('>');
  }

  /** Escapes markup, and drops the control characters that XML 1.0 has no way to write. */
  private static String escape(String text) {
    return text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", "")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
