package answerbook.markdown;

/**
 * Keeps a short formula or value on one line with the punctuation around it. Browsers break lines
 * beside the inline blocks that formulas are made of, even before a comma.
 */
final class Bond {
  private static final String CLOSING = ".,;:!?)]’”%";
  private static final int LONGEST_TEX = 24;
  private static final String TEX_START = "<annotation encoding=\"application/x-tex\">";

  private Bond() {}

  /**
   * Appends inline HTML and the punctuation that follows it.
   *
   * @param rendered the text that follows from {@code from} on
   * @return where the rest of that text starts
   */
  static int append(String html, String rendered, int from, StringBuilder out) {
    int end = from;
    while (end < rendered.length() && CLOSING.indexOf(rendered.charAt(end)) >= 0) {
      end++;
    }
    boolean opened = !out.isEmpty() && out.charAt(out.length() - 1) == '(';
    if ((end == from && !opened) || !isShortInline(html)) {
      out.append(html);
      return from;
    }
    if (opened) {
      out.setLength(out.length() - 1);
    }
    out.append("<span class=\"glued\">").append(opened ? "(" : "").append(html);
    out.append(rendered, from, end).append("</span>");
    return end;
  }

  private static boolean isShortInline(String html) {
    if (html.startsWith("<span class=\"value glued\">")) {
      return true;
    }
    if (!html.startsWith("<span class=\"katex\">")) {
      return false;
    }
    int start = html.indexOf(TEX_START) + TEX_START.length();
    return html.indexOf("</annotation>", start) - start <= LONGEST_TEX;
  }
}
