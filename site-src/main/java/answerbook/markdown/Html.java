package answerbook.markdown;

/** Escaping of text for HTML. */
final class Html {
  private Html() {}

  /** {@code text} as element content or as an attribute in double quotes. */
  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
