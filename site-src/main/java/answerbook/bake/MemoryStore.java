package answerbook.bake;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jbake.app.ContentStore;
import org.jbake.app.DocumentList;
import org.jbake.model.DocumentModel;

/**
 * JBake's content store, held in a map in place of a database: a bake starts empty and never
 * queries it by date.
 */
final class MemoryStore extends ContentStore {
  private final Map<String, DocumentModel> documents = new LinkedHashMap<>();

  MemoryStore() {
    super("memory", "answerbook");
  }

  /**
   * Adds pages for which no document is there: those of no content file, such as the whole book,
   * tags and the sitemap, or all of them, if nothing was crawled.
   *
   * @param pages models by address
   */
  void addGenerated(Map<String, Map<String, Object>> pages) {
    pages.forEach(
        (address, page) -> {
          if (!documents.containsKey(address)) {
            DocumentModel document = LookupEngine.document(page);
            document.setUri(address);
            document.setFile(address);
            addDocument(document);
          }
        });
  }

  @Override
  public void addDocument(DocumentModel document) {
    DocumentModel other = documents.putIfAbsent(document.getUri(), document);
    if (other != null) {
      throw new IllegalStateException(
          "two sources for "
              + document.getUri()
              + ": "
              + other.getFile()
              + " and "
              + document.getFile());
    }
  }

  @Override
  public DocumentList<DocumentModel> getUnrenderedContent() {
    return all(document -> !document.getRendered());
  }

  @Override
  public DocumentList<DocumentModel> getDocumentStatus(String uri) {
    return new DocumentList<>();
  }

  @Override
  public DocumentList<DocumentModel> getDocumentByUri(String uri) {
    DocumentList<DocumentModel> list = new DocumentList<>();
    if (documents.containsKey(uri)) {
      list.add(documents.get(uri));
    }
    return list;
  }

  @Override
  public DocumentList<DocumentModel> getAllContent(String type) {
    return all(document -> type.equals(document.getType()));
  }

  @Override
  public DocumentList<DocumentModel> getAllContent(String type, boolean applyPaging) {
    return getAllContent(type);
  }

  @Override
  public DocumentList<DocumentModel> getPublishedContent(String type) {
    return getAllContent(type);
  }

  @Override
  public DocumentList<DocumentModel> getPublishedDocumentsByTag(String tag) {
    return all(document -> Arrays.asList(document.getTags()).contains(tag));
  }

  @Override
  public long getDocumentCount(String type) {
    return getAllContent(type).size();
  }

  @Override
  public long getPublishedCount(String type) {
    return getDocumentCount(type);
  }

  @Override
  public Set<String> getTags() {
    Set<String> tags = new TreeSet<>();
    documents.values().forEach(document -> tags.addAll(Arrays.asList(document.getTags())));
    return tags;
  }

  @Override
  public Set<String> getAllTags() {
    return getTags();
  }

  @Override
  public void markContentAsRendered(DocumentModel document) {
    document.setRendered(true);
  }

  @Override
  public void deleteContent(String uri) {
    documents.remove(uri);
  }

  @Override
  public void startup() {}

  @Override
  public void close() {}

  @Override
  public void shutdown() {}

  @Override
  public void drop() {
    documents.clear();
  }

  @Override
  public boolean isActive() {
    return true;
  }

  private DocumentList<DocumentModel> all(Predicate<DocumentModel> condition) {
    DocumentList<DocumentModel> list = new DocumentList<>();
    documents.values().stream().filter(condition).forEach(list::add);
    return list;
  }
}
