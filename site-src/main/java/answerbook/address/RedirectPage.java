package answerbook.address;

import java.nio.file.Path;

/**
 * The page at an address that has moved: leads on at once, without a script, and says so to whoever
 * is not led.
 *
 * @param title of the page that it leads to, as HTML
 * @param url where the site is published; empty if nowhere
 */
record RedirectPage(String title, String url) {
  /** The HTML of the page at {@code old}. */
  String html(String old, String target) {
    String path =
        Path.of(old).resolveSibling("").relativize(Path.of(target)).toString().replace('\\', '/');
    String canonical = url.isEmpty() ? path : url + (url.endsWith("/") ? "" : "/") + target;
    return """
        <!DOCTYPE html>
        <html lang="en-GB">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'">
        <meta name="robots" content="noindex">
        <meta http-equiv="refresh" content="0; url=%s">
        <link rel="canonical" href="%s">
        <title>This page has moved</title>
        </head>
        <body>
        <main>
        <h1>This page has moved</h1>
        <p>It is now: <a href="%s">%s</a></p>
        </main>
        </body>
        </html>
        """
        .formatted(path, canonical, path, plain(title, target));
  }

  /** Without the markup of formulas, whose style this page doesn't load. */
  private static String plain(String html, String otherwise) {
    return html.contains("katex") || html.isBlank() ? otherwise : html;
  }
}
