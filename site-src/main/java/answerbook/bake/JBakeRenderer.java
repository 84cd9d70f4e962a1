package answerbook.bake;

import freemarker.cache.FileTemplateLoader;
import freemarker.template.Configuration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.apache.commons.configuration2.CompositeConfiguration;
import org.apache.commons.configuration2.MapConfiguration;
import org.jbake.app.Crawler;
import org.jbake.app.Renderer;
import org.jbake.app.configuration.DefaultJBakeConfiguration;
import org.jbake.model.DocumentModel;
import org.jbake.model.DocumentTypes;
import org.jbake.parser.Engines;

/**
 * JBake as a library, with Freemarker. What it needs is made ready beside other work, from the
 * moment on at which this is made.
 */
public final class JBakeRenderer {
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

  /** The types of pages that almost every edit changes. */
  private static final List<String> USUAL_TYPES = List.of("question", "book");

  /** What is no page of HTML: the ending of its template and of its file. */
  private static final Map<String, String[]> OTHER_ENDINGS =
      Map.of("sitemap", new String[] {".ftlx", ".xml"}, "card", new String[] {".ftl", ".js"});

  /**
   * JBake's crawler reads all content and sums it up: too much for the few pages of an edit, whose
   * documents it makes no other than {@link MemoryStore#addGenerated} does.
   */
  private static final int WORTH_A_CRAWL = 64;

  /** How many pages are held in memory at once. */
  private static final int BATCH = 256;

  /** JBake and Freemarker, configured. */
  private record Engine(DefaultJBakeConfiguration jbake, Configuration freemarker) {}

  private final Path root;
  private final CompletableFuture<Engine> engine;

  /**
   * @param root the book's root, which holds {@code content} and {@code templates}
   */
  public JBakeRenderer(Path root) {
    this.root = root.toAbsolutePath();
    DocumentTypes.resetDocumentTypes();
    TYPES.forEach(DocumentTypes::addDocumentType);
    this.engine = CompletableFuture.supplyAsync(this::engine).thenApply(JBakeRenderer::warm);
  }

  Path root() {
    return root;
  }

  /**
   * Writes pages into a folder.
   *
   * @param pages models by address
   * @param mistakes takes what templates throw
   */
  void render(Path target, Map<String, Map<String, Object>> pages, Consumer<Exception> mistakes) {
    DefaultJBakeConfiguration config = engine.join().jbake();
    config.setDestinationFolder(target.toFile());
    MemoryStore documents = new MemoryStore();
    if (pages.size() >= WORTH_A_CRAWL) {
      crawl(config, documents, new LookupEngine(pages));
    }
    documents.addGenerated(pages);
    PageTemplates templates = new PageTemplates(documents, config, engine.join().freemarker());
    Renderer renderer = new Renderer(documents, config, templates);
    List<DocumentModel> unrendered = documents.getUnrenderedContent();
    for (int from = 0; from < unrendered.size(); from += BATCH) {
      List<DocumentModel> batch =
          unrendered.subList(from, Math.min(unrendered.size(), from + BATCH));
      templates.prepare(batch);
      for (DocumentModel document : batch) {
        try {
          renderer.render(document);
        } catch (Exception e) {
          mistakes.accept(e);
        }
      }
    }
  }

  /** The file of the template of a type of page. */
  static String template(String type) {
    return type + (OTHER_ENDINGS.containsKey(type) ? OTHER_ENDINGS.get(type)[0] : ".ftlh");
  }

  private static void crawl(
      DefaultJBakeConfiguration config, MemoryStore documents, LookupEngine engine) {
    Engines.register("md", engine);
    for (String ending : List.of("yaml", "yml", "html")) {
      Engines.register(ending, engine);
    }
    new Crawler(documents, config).crawl();
  }

  private Engine engine() {
    try {
      Path templates = root.resolve("templates");
      return new Engine(
          configuration(), PageTemplates.configured(new FileTemplateLoader(templates.toFile())));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + root, e);
    }
  }

  /** Parses the templates that are needed most; what is wrong with one is told by its pages. */
  private static Engine warm(Engine engine) {
    try {
      for (String type : USUAL_TYPES) {
        engine.freemarker().getTemplate(template(type));
      }
    } catch (IOException e) {
      // A template that is missing or wrong.
    }
    return engine;
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
    return config;
  }
}
