package answerbook.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/**
 * Finds the facts of a page in one pass over its tags. It takes what templates write: elements may
 * stand anywhere, but tags and attributes are well-formed. A test holds it against a full parser.
 */
final class PageScanner {
  private static final Pattern FOREIGN = Pattern.compile("[a-z]+:.*", Pattern.DOTALL);

  /** Elements whose content is text, whatever it looks like. */
  private static final Set<String> RAW = Set.of("script", "style", "textarea", "title");

  private final String html;
  private final List<PageFacts.Id> ids = new ArrayList<>();
  private final List<PageFacts.Link> links = new ArrayList<>();
  private final List<Integer> silentImages = new ArrayList<>();
  private final Map<String, String> attributes = new HashMap<>();
  private int at;
  private boolean isCut;

  PageScanner(String html) {
    this.html = html;
  }

  PageFacts scan() {
    for (at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at)) {
      if (html.startsWith("<!--", at)) {
        skip("-->", at + 4);
      } else if (at + 1 < html.length() && isLetter(html.charAt(at + 1))) {
        tag(at);
      } else if (at + 1 < html.length() && "!?/".indexOf(html.charAt(at + 1)) >= 0) {
        skip(">", at);
      } else {
        at++;
      }
    }
    return new PageFacts(ids, links, silentImages);
  }

  /** Whether what was scanned ended within a tag, a comment or a script. */
  boolean isCut() {
    return isCut;
  }

  private void tag(int start) {
    at = start + 1;
    String name = name();
    attributes.clear();
    attributes();
    boolean closed = html.charAt(Math.max(start, at - 1)) == '/';
    isCut |= at >= html.length();
    at = Math.min(html.length(), at + 1);
    if (!attributes.isEmpty()) {
      note(name, start);
    }
    if (name.equals("img") && !attributes.containsKey("alt")) {
      silentImages.add(start);
    }
    if (RAW.contains(name) && !closed) {
      skip("</" + name, at);
    }
  }

  private void note(String name, int start) {
    String id = attributes.get("id");
    if (id != null) {
      ids.add(new PageFacts.Id(decoded(id), start));
    }
    String address = attributes.getOrDefault("href", attributes.get("src"));
    if (address != null) {
      boolean foreign = FOREIGN.matcher(address).matches();
      boolean canonical = name.equals("link") && "canonical".equals(attributes.get("rel"));
      boolean loads = !name.equals("a") && !canonical && !name.equals("base");
      links.add(new PageFacts.Link(foreign ? address : decoded(address), start, foreign, loads));
    }
    if (name.equals("svg")
        && "img".equals(attributes.get("role"))
        && !attributes.containsKey("aria-label")
        && !attributes.containsKey("aria-labelledby")) {
      silentImages.add(start);
    }
  }

  /** Reads attributes up to the end of the tag; of two with one name the first counts. */
  private void attributes() {
    while (at < html.length() && html.charAt(at) != '>') {
      if (isBlank(html.charAt(at)) || html.charAt(at) == '/') {
        at++;
        continue;
      }
      String name = name();
      blanks();
      String value = "";
      if (at < html.length() && html.charAt(at) == '=') {
        at++;
        blanks();
        value = value();
      }
      attributes.putIfAbsent(name, value);
    }
  }

  private String name() {
    int start = at++;
    while (at < html.length() && !isBlank(html.charAt(at)) && "=>/".indexOf(html.charAt(at)) < 0) {
      at++;
    }
    return html.substring(start, at).toLowerCase(Locale.ROOT);
  }

  private String value() {
    char quote = at < html.length() ? html.charAt(at) : ' ';
    int start = at;
    if (quote == '"' || quote == '\'') {
      int end = html.indexOf(quote, at + 1);
      at = end < 0 ? html.length() : end + 1;
      return html.substring(start + 1, end < 0 ? html.length() : end);
    }
    while (at < html.length() && !isBlank(html.charAt(at)) && html.charAt(at) != '>') {
      at++;
    }
    return html.substring(start, at);
  }

  private void blanks() {
    while (at < html.length() && isBlank(html.charAt(at))) {
      at++;
    }
  }

  private void skip(String end, int from) {
    int found = html.indexOf(end, from);
    isCut |= found < 0;
    at = found < 0 ? html.length() : found + (end.startsWith("</") ? 0 : end.length());
  }

  private static String decoded(String value) {
    return value.indexOf('&') < 0 ? value : Parser.unescapeEntities(value, true);
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
  }
}
