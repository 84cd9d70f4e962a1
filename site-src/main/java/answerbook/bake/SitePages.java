package answerbook.bake;

import answerbook.content.Book;
import answerbook.diagnostic.Diagnostics;
import answerbook.diagnostic.SourceFile;
import answerbook.markdown.RenderedBook;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The pages of a book as the {@link Baker} would bake them, each made when it is first asked for,
 * by whatever thread asks.
 */
public final class SitePages {
  /** What pages are made of. */
  public record Parts(Book book, RenderedBook rendered, Making making) {}

  private final Path root;
  private final PageShelf shelf;
  private final Map<String, String> templates;
  private final Configuration freemarker;
  private final Map<String, Map<String, Object>> questions;
  private final Map<String, Supplier<Map<String, Object>>> models;
  private final Map<String, Optional<String>> texts = new ConcurrentHashMap<>();
  private final Map<SitePages, ModelComparison> comparisons =
      Collections.synchronizedMap(new WeakHashMap<>());
  private final Diagnostics mistakes = new Diagnostics();
  private final TemplateMistakes templateMistakes;

  /**
   * @param root the book's root; its templates are read now
   * @param shelf pages that were made before
   */
  public SitePages(Path root, Parts parts, PageShelf shelf) {
    this.root = root;
    this.shelf = shelf;
    this.templates = templates(root);
    this.freemarker = shelf.freemarker(templates);
    PageModels pages = new PageModels(parts.book(), parts.rendered(), parts.making());
    this.questions = pages.questions();
    this.models = pages.pages();
    this.templateMistakes = new TemplateMistakes(root);
  }

  /** The addresses of all pages. */
  public Set<String> addresses() {
    return models.keySet();
  }

  /**
   * The text of a page; empty if there is no such page, or if its template has a mistake, which
   * {@link #mistakes} tells.
   */
  public Optional<String> text(String address) {
    return models.containsKey(address)
        ? texts.computeIfAbsent(address, this::made)
        : Optional.empty();
  }

  /** The templates' mistakes that pages have come upon so far. */
  public Diagnostics mistakes() {
    return mistakes;
  }

  /** Copies what pages load into a folder of the site. */
  public void copyAssets(Path site) throws IOException {
    new Assets(root, site).copy();
    new Notices(root, site).write();
  }

  /** What is the same as in pages of an earlier build. */
  ModelComparison comparedWith(SitePages before) {
    return comparisons.computeIfAbsent(
        before, other -> new ModelComparison(other.questions, questions));
  }

  /** The texts of all templates by their names. */
  Map<String, String> templates() {
    return templates;
  }

  /** Questions by slug, as lists show them. */
  Map<String, Map<String, Object>> questions() {
    return questions;
  }

  private Optional<String> made(String address) {
    Map<String, Object> model = models.get(address).get();
    String known = shelf.find(this, address, model);
    if (known != null) {
      shelf.keep(address, new PageShelf.Kept(this, model, known));
      return Optional.of(known);
    }
    StringWriter out = new StringWriter();
    try {
      freemarker
          .getTemplate(JBakeRenderer.template((String) model.get("type")))
          .process(model, out);
    } catch (IOException | TemplateException e) {
      mistakes.add(templateMistakes.of(e));
      return Optional.empty();
    }
    shelf.keep(address, new PageShelf.Kept(this, model, out.toString()));
    return Optional.of(out.toString());
  }

  private static Map<String, String> templates(Path root) {
    Path folder = root.resolve("templates");
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> walk = Files.isDirectory(folder) ? Files.walk(folder) : Stream.empty()) {
      List<Path> files = walk.filter(Files::isRegularFile).toList();
      for (Path file : files) {
        texts.put(SourceFile.name(folder, file), Files.readString(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + folder, e);
    }
    return texts;
  }
}
