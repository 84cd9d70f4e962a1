package answerbook.figure;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** An SVG as a strict XML reader sees it. */
final class SvgDocument {
  private final Element root;

  private SvgDocument(Element root) {
    this.root = root;
  }

  static SvgDocument of(String svg) {
    try {
      DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
      builder.setErrorHandler(null);
      return new SvgDocument(
          builder.parse(new InputSource(new StringReader(svg))).getDocumentElement());
    } catch (SAXException | IOException | ParserConfigurationException e) {
      throw new AssertionError("not well-formed: " + svg, e);
    }
  }

  Element root() {
    return root;
  }

  List<Element> all(String name) {
    NodeList nodes = root.getElementsByTagName(name);
    return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i)).toList();
  }

  /** What is written in the drawing, each text as a reader would read it out. */
  List<String> texts() {
    return all("text").stream().map(Element::getTextContent).toList();
  }

  /** All elements with the given class. */
  List<Element> ofClass(String cssClass) {
    List<Element> found = new ArrayList<>();
    for (Element element : all("*")) {
      if (List.of(element.getAttribute("class").split(" ")).contains(cssClass)) {
        found.add(element);
      }
    }
    return found;
  }

  List<String> ids() {
    return all("*").stream()
        .map(element -> element.getAttribute("id"))
        .filter(id -> !id.isEmpty())
        .toList();
  }
}
