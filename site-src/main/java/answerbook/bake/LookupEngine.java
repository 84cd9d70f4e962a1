package answerbook.bake;

import java.io.File;
import java.util.Map;
import org.jbake.app.configuration.JBakeConfiguration;
import org.jbake.model.DocumentModel;
import org.jbake.parser.MarkupEngine;

/**
 * JBake's parser of a Markdown file: says what type of page it makes, whose model comes later, from
 * the Markdown as it was rendered elsewhere.
 */
final class LookupEngine extends MarkupEngine {
  private final Map<String, String> types;

  /**
   * @param types of pages by address
   */
  LookupEngine(Map<String, String> types) {
    this.types = types;
  }

  /** The document of a file, or null for one that makes no page. */
  @Override
  public DocumentModel parse(JBakeConfiguration config, File file) {
    String path =
        config.getContentFolder().toPath().relativize(file.toPath()).toString().replace('\\', '/');
    String type = types.get(path.replaceFirst("\\.md$", ".html"));
    return type == null ? null : document(type);
  }

  /** A document for JBake of a type of page. */
  static DocumentModel document(String type) {
    DocumentModel document = new DocumentModel();
    document.setType(type);
    document.setStatus("published");
    document.setTags(new String[0]);
    return document;
  }
}
