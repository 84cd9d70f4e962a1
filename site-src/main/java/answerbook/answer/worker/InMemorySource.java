package answerbook.answer.worker;

import answerbook.diagnostic.SourceFile;
import java.net.URI;
import java.util.Optional;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;

/** A source for javac, straight from memory. */
final class InMemorySource extends SimpleJavaFileObject {
  private static final String SCHEME = "snippet";

  private final SourceFile file;

  InMemorySource(SourceFile file) {
    super(
        URI.create(SCHEME + ":///" + SourceGraph.className(file) + Kind.SOURCE.extension),
        Kind.SOURCE);
    this.file = file;
  }

  @Override
  public CharSequence getCharContent(boolean ignoreEncodingErrors) {
    return file.text();
  }

  /**
   * The class of a source that javac hands back, which it does in a wrapper; empty for any other
   * file, or none.
   */
  static Optional<String> className(JavaFileObject file) {
    if (file == null || !SCHEME.equals(file.toUri().getScheme())) {
      return Optional.empty();
    }
    String name = file.toUri().getPath();
    return Optional.of(name.substring(1, name.length() - Kind.SOURCE.extension.length()));
  }
}
