package answerbook.address;

import answerbook.markdown.RenderedBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The addresses of a finished site that readers may keep. */
final class LiveAddresses {
  /** What pages load is theirs to name; books on paper are not in every site. */
  private static final Pattern KEPT =
      Pattern.compile(
          "(?!assets/|practice/|editions/).*\\.(?:html|xml|json|txt)|practice/.*\\.html");

  private LiveAddresses() {}

  /** Pages, and the anchors of questions and references. */
  static NavigableSet<String> of(Path site, RenderedBook book) throws IOException {
    NavigableSet<String> live = new TreeSet<>();
    try (Stream<Path> walk = Files.walk(site)) {
      walk.filter(Files::isRegularFile)
          .map(file -> site.relativize(file).toString().replace('\\', '/'))
          .filter(name -> KEPT.matcher(name).matches() && !name.equals("404.html"))
          .forEach(live::add);
    }
    book.topics().stream()
        .flatMap(topic -> topic.questions().stream())
        .forEach(
            question ->
                question
                    .anchors()
                    .forEach(anchor -> live.add(question.source().address() + "#" + anchor)));
    book.references().keySet().forEach(key -> live.add("references.html#" + key));
    return live;
  }
}
