package answerbook.export.onefile;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jsoup.nodes.Document;

/** The page's content security policy: nothing is loaded, and only what was put in here runs. */
final class Policy {
  private final List<String> scripts = new ArrayList<>();
  private final List<String> styles = new ArrayList<>();

  void allowScript(String text) {
    scripts.add(hash(text));
  }

  void allowStyle(String text) {
    styles.add(hash(text));
  }

  /** Writes the policy before everything that it is about, in the place of the site's. */
  void putInto(Document page) {
    page.select("meta[http-equiv=Content-Security-Policy]").remove();
    String content =
        "default-src 'none'; script-src "
            + String.join(" ", scripts)
            + "; style-src "
            + String.join(" ", styles)
            + "; font-src data:; base-uri 'none'; form-action 'none'";
    page.selectFirst("meta[charset]")
        .after("<meta http-equiv=\"Content-Security-Policy\" content=\"" + content + "\">");
  }

  private static String hash(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
