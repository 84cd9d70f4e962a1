package answerbook.bake;

import answerbook.content.Book;
import answerbook.diagnostic.Diagnostics;
import answerbook.markdown.RenderedBook;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Predicate;
import org.apache.commons.configuration2.CompositeConfiguration;
import org.apache.commons.configuration2.MapConfiguration;
import org.jbake.app.Crawler;
import org.jbake.app.Renderer;
import org.jbake.app.configuration.DefaultJBakeConfiguration;
import org.jbake.model.DocumentModel;
import org.jbake.model.DocumentTypes;
import org.jbake.parser.Engines;

/** Bakes the pages of a book into a folder, with JBake as a library. */
public final class Baker {
  private static final List<String> TYPES =
      List.of(
          "home",
          "topic",
          "question",
          "book",
          "references",
          "tags",
          "tag",
          "practice",
          "card",
          "colophon",
          "guide",
          "notfound",
          "sitemap");

  /** What is no page of HTML: the ending of its template and of its file. */
  private static final Map<String, String[]> OTHER_ENDINGS =
      Map.of("sitemap", new String[] {".ftlx", ".xml"}, "card", new String[] {".ftl", ".js"});

  /** How many pages are held in memory at once. */
  private static final int BATCH = 256;

  private final Path root;
  private final Path target;
  private final Diagnostics diagnostics;

  /**
   * @param root the book's root, which holds {@code content} and {@code templates}
   * @param target an empty folder
   */
  public Baker(Path root, Path target, Diagnostics diagnostics) {
    this.root = root.toAbsolutePath();
    this.target = target.toAbsolutePath();
    this.diagnostics = diagnostics;
  }

  /**
   * Bakes all pages and returns how many there are. A template's mistake is reported once, however
   * many pages it spoils.
   *
   * @throws IOException if a file can't be written
   */
  public int bake(Book book, RenderedBook rendered, Making making) throws IOException {
    Map<String, Map<String, Object>> pages = new PageModels(book, rendered, making).all();
    render(pages, address -> true);
    new Assets(root, target).copy();
    new Notices(root, target).write();
    return (int) pages.keySet().stream().filter(address -> address.endsWith(".html")).count();
  }

  /**
   * Bakes the home page anew, which tells of books that were made from the other pages.
   *
   * @throws IOException if a file can't be written
   */
  public void bakeHome(Book book, RenderedBook rendered, Making making) throws IOException {
    render(new PageModels(book, rendered, making).all(), PageModels.HOME::equals);
  }

  private void render(Map<String, Map<String, Object>> pages, Predicate<String> wanted)
      throws IOException {
    DefaultJBakeConfiguration config = configuration();
    MemoryStore store = new MemoryStore();
    crawl(config, store, pages);
    addGenerated(store, pages);
    PageTemplates templates = new PageTemplates(store, config);
    Renderer renderer = new Renderer(store, config, templates);
    List<DocumentModel> documents =
        store.getUnrenderedContent().stream()
            .filter(document -> wanted.test(document.getUri()))
            .toList();
    for (int from = 0; from < documents.size(); from += BATCH) {
      List<DocumentModel> batch = documents.subList(from, Math.min(documents.size(), from + BATCH));
      templates.prepare(batch);
      batch.forEach(document -> render(renderer, document));
    }
  }

  private void render(Renderer renderer, DocumentModel document) {
    try {
      renderer.render(document);
    } catch (Exception e) {
      diagnostics.add(new TemplateMistakes(root).of(e));
    }
  }

  /** The file of the template of a type of page. */
  static String template(String type) {
    return type + (OTHER_ENDINGS.containsKey(type) ? OTHER_ENDINGS.get(type)[0] : ".ftlh");
  }

  private static void crawl(
      DefaultJBakeConfiguration config, MemoryStore store, Map<String, Map<String, Object>> pages) {
    DocumentTypes.resetDocumentTypes();
    TYPES.forEach(DocumentTypes::addDocumentType);
    LookupEngine engine = new LookupEngine(pages);
    Engines.register("md", engine);
    for (String ending : List.of("yaml", "yml", "html")) {
      Engines.register(ending, engine);
    }
    new Crawler(store, config).crawl();
  }

  /** Adds what no content file stands for, such as the whole book, tags and the sitemap. */
  private static void addGenerated(MemoryStore store, Map<String, Map<String, Object>> pages) {
    pages.forEach(
        (address, page) -> {
          if (store.getDocumentByUri(address).isEmpty()) {
            DocumentModel document = LookupEngine.document(page);
            document.setUri(address);
            document.setFile(address);
            store.addDocument(document);
          }
        });
  }

  private DefaultJBakeConfiguration configuration() throws IOException {
    Properties defaults = new Properties();
    try (var in = Renderer.class.getResourceAsStream("/default.properties")) {
      defaults.load(in);
    }
    for (String type : TYPES) {
      defaults.setProperty("template." + type + ".file", template(type));
    }
    OTHER_ENDINGS.forEach(
        (type, endings) -> defaults.setProperty("template." + type + ".extension", endings[1]));
    defaults.setProperty("render.encoding", "UTF-8");
    CompositeConfiguration composite = new CompositeConfiguration();
    composite.addConfiguration(new MapConfiguration(defaults));
    DefaultJBakeConfiguration config = new DefaultJBakeConfiguration(root.toFile(), composite);
    config.setContentFolder(root.resolve("content").toFile());
    config.setTemplateFolder(root.resolve("templates").toFile());
    config.setDestinationFolder(target.toFile());
    return config;
  }
}
