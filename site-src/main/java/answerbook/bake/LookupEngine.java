package answerbook.bake;

import java.io.File;
import java.util.Map;
import org.jbake.app.configuration.JBakeConfiguration;
import org.jbake.model.DocumentModel;
import org.jbake.parser.MarkupEngine;

/**
 * JBake's parser of a Markdown file: looks up the model of its page, since the Markdown was
 * rendered before.
 */
final class LookupEngine extends MarkupEngine {
  private final Map<String, Map<String, Object>> pages;

  /**
   * @param pages models by address
   */
  LookupEngine(Map<String, Map<String, Object>> pages) {
    this.pages = pages;
  }

  /** The document of a file, or null for one that makes no page. */
  @Override
  public DocumentModel parse(JBakeConfiguration config, File file) {
    String path =
        config.getContentFolder().toPath().relativize(file.toPath()).toString().replace('\\', '/');
    Map<String, Object> page = pages.get(path.replaceFirst("\\.md$", ".html"));
    return page == null ? null : document(page);
  }

  /** A document for JBake that carries the model of a page. */
  static DocumentModel document(Map<String, Object> page) {
    DocumentModel document = new DocumentModel();
    document.setType((String) page.get("type"));
    document.setStatus("published");
    document.setTags(new String[0]);
    document.setRendered(false);
    document.put("model", page);
    return document;
  }
}
