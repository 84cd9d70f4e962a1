package answerbook.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * A page of a built site.
 *
 * @param site the site's name
 * @param path below the site's folder, with slashes
 * @param kind the class of its body, as {@code question-page}
 * @param size of the file in bytes
 */
record SitePage(String site, Path file, String path, String kind, long size) {
  static SitePage of(String site, Path folder, Path file) {
    try {
      String kind = Jsoup.parse(file).body().className();
      String path = folder.relativize(file).toString().replace('\\', '/');
      return new SitePage(site, file, path, kind, Files.size(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Document html() {
    try {
      return Jsoup.parse(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return site + "/" + path;
  }
}
