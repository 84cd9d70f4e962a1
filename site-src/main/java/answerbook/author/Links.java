package answerbook.author;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The relative links of texts to a file that gets another name, and that file's own links. */
final class Links {
  private static final Pattern LINK =
      Pattern.compile("(\\]\\()([^)\\s:#]+\\.(?:md|svg))(?=[)#\\s])");

  private final String old;
  private final String now;

  /** Names from the book's root. */
  Links(String old, String now) {
    this.old = old;
    this.now = now;
  }

  /** Rewrites what changes; the file itself is still under its old name. */
  void mend(BookFolder book) {
    for (String file : book.files()) {
      if (file.endsWith(".md")) {
        String text = book.read(file);
        String mended = mended(file, text);
        if (!mended.equals(text)) {
          book.write(file, mended);
        }
      }
    }
  }

  private String mended(String file, String text) {
    String place = file.equals(old) ? now : file;
    return LINK.matcher(text)
        .replaceAll(
            link -> {
              String target = resolved(file, link.group(2));
              String moved = target.equals(old) ? now : target;
              boolean same = place.equals(file) && moved.equals(target);
              String path = same ? link.group(2) : relative(place, moved);
              return Matcher.quoteReplacement(link.group(1) + path);
            });
  }

  private static String resolved(String from, String path) {
    return Path.of(from).resolveSibling(path).normalize().toString().replace('\\', '/');
  }

  private static String relative(String from, String to) {
    return Path.of(from).resolveSibling("").relativize(Path.of(to)).toString().replace('\\', '/');
  }
}
