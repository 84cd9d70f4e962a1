package answerbook.serve;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A page as the preview serves it: with the script that refreshes it. */
final class ServedPage {
  private static final int DIGITS = 16;

  private final String html;

  ServedPage(byte[] page) {
    this.html = new String(page, StandardCharsets.UTF_8);
  }

  /** Before the first good site: nothing but the script. */
  static byte[] empty() {
    String html =
        "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n"
            + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
            + "<title>Preview</title>\n"
            + script("")
            + "</head>\n<body></body>\n</html>\n";
    return html.getBytes(StandardCharsets.UTF_8);
  }

  /** Tells versions of a file apart. */
  static String version(byte[] content) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
      return HexFormat.of().formatHex(hash).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /**
   * The page with the script, before all others.
   *
   * @param version of the page
   * @param found whether this is the page that was asked for; if not, its links count from the root
   */
  byte[] served(String version, boolean found) {
    String added = (found ? "" : "<base href=\"/\">\n") + script(version);
    int head = html.indexOf("<meta name=\"viewport\"");
    int place = head < 0 ? Math.max(0, html.indexOf("</head>")) : head;
    return (html.substring(0, place) + added + html.substring(place))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String script(String version) {
    return "<script src=\""
        + PreviewServer.OWN
        + "preview.js\" data-version=\""
        + version
        + "\" defer></script>\n";
  }
}
