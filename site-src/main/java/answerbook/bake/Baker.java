package answerbook.bake;

import answerbook.content.Book;
import answerbook.diagnostic.Diagnostics;
import answerbook.markdown.RenderedBook;
import answerbook.store.ClassPathSum;
import answerbook.store.ContentSum;
import answerbook.store.LastSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Supplier;
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
  /** The largest book, in questions, that has a page with all of it. */
  public static final int MOST_ON_A_PAGE = PageModels.MOST_ON_A_PAGE;

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
  private final LastSite last;
  private final Diagnostics diagnostics;
  private int unchanged;

  /**
   * @param root the book's root, which holds {@code content} and {@code templates}
   * @param last from which pages are taken that would be the same
   */
  public Baker(Path root, LastSite last, Diagnostics diagnostics) {
    this.root = root.toAbsolutePath();
    this.target = last.next().toAbsolutePath();
    this.last = last;
    this.diagnostics = diagnostics;
  }

  /**
   * Bakes all pages and returns how many there are. A template's mistake is reported once, however
   * many pages it spoils.
   *
   * @throws IOException if a file can't be written
   */
  public int bake(Book book, RenderedBook rendered, Making making) throws IOException {
    PageModels models = new PageModels(book, rendered, making);
    Map<String, Supplier<Map<String, Object>>> pages = models.pages();
    render(changed(pages, models.sums()));
    assets();
    return (int) pages.keySet().stream().filter(address -> address.endsWith(".html")).count();
  }

  /** How many of the pages look as they did in the last site. */
  public int unchanged() {
    return unchanged;
  }

  /** The models of the pages whose template would see something else than it saw last time. */
  private Map<String, Map<String, Object>> changed(
      Map<String, Supplier<Map<String, Object>>> pages, ModelSum sums) throws IOException {
    TemplateSums templates = new TemplateSums(root.resolve("templates"), ClassPathSum.get());
    Map<String, Map<String, Object>> changed = new LinkedHashMap<>();
    for (var page : pages.entrySet()) {
      Map<String, Object> model = page.getValue().get();
      String template = templates.of(template((String) model.get("type")));
      String sum = sums.of(model, template);
      if (last.take(page.getKey(), sum)) {
        unchanged++;
      } else {
        last.note(page.getKey(), sum);
        changed.put(page.getKey(), model);
      }
    }
    return changed;
  }

  /** What pages load, taken from the last site if it would be the same. */
  private void assets() throws IOException {
    ContentSum sum = new ContentSum();
    sum.text(ClassPathSum.get());
    sum.tree(root.resolve("site-src/assets"));
    Path licence = root.resolve("LICENSE");
    sum.text(Files.exists(licence) ? Files.readString(licence) : "");
    String inputs = "assets" + sum;
    if (!last.takeAll(inputs)) {
      new Assets(root, target).copy();
      new Notices(root, target).write();
      last.noteAll("assets", inputs);
      last.note("notices.txt", inputs);
    }
  }

  /**
   * Bakes the home page anew, which tells of books that were made from the other pages.
   *
   * @throws IOException if a file can't be written
   */
  public void bakeHome(Book book, RenderedBook rendered, Making making) throws IOException {
    var home = new PageModels(book, rendered, making).pages().get(PageModels.HOME).get();
    last.forget(PageModels.HOME);
    render(Map.of(PageModels.HOME, home));
  }

  private void render(Map<String, Map<String, Object>> pages) throws IOException {
    DefaultJBakeConfiguration config = configuration();
    MemoryStore store = new MemoryStore();
    crawl(config, store, pages);
    addGenerated(store, pages);
    PageTemplates templates = new PageTemplates(store, config);
    Renderer renderer = new Renderer(store, config, templates);
    List<DocumentModel> documents = store.getUnrenderedContent();
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
