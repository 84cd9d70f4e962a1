package answerbook.export.cards;

import answerbook.export.Archive;
import answerbook.export.Xml;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Tag;

/** Drawings as files beside the notes: SVG with its own styles. */
final class Media {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String style;
  private final Map<String, byte[]> files = new LinkedHashMap<>();

  /**
   * @param style the style sheet of drawings
   */
  Media(String style) {
    this.style = style;
  }

  /**
   * Keeps a drawing and returns the image that shows it. A drawing that changes gets another name,
   * since Anki keeps a file that it has.
   *
   * @param name without an ending
   */
  Element image(Element svg, String name) {
    String text = textOf(svg);
    Element alone = svg.clone();
    alone.attr("xmlns", "http://www.w3.org/2000/svg");
    alone.prependElement("style").text(style);
    byte[] bytes = (Xml.of(alone) + "\n").getBytes(StandardCharsets.UTF_8);
    CRC32 crc = new CRC32();
    crc.update(bytes);
    String file = name + "-" + HexFormat.of().toHexDigits((int) crc.getValue()) + ".svg";
    files.put(file, bytes);
    Element image = new Element(Tag.valueOf("img"), "").attr("src", file).attr("alt", text);
    if (svg.hasAttr("width")) {
      image.attr("width", svg.attr("width"));
    }
    return image;
  }

  /** Adds all files as Anki wants them: numbered, with their names apart. */
  void addTo(Archive archive) {
    ObjectNode names = JSON.createObjectNode();
    files.keySet().forEach(name -> names.put(Integer.toString(names.size()), name));
    try {
      archive.add("media", JSON.writeValueAsString(names));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
    int number = 0;
    for (byte[] content : files.values()) {
      archive.add(Integer.toString(number++), content);
    }
  }

  private static String textOf(Element svg) {
    Element description = svg.selectFirst("desc");
    return description == null ? svg.attr("aria-label") : description.text();
  }
}
