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
import java.util.Map;
import java.util.function.Supplier;

/** Bakes the pages of a book into a folder, with JBake as a library. */
public final class Baker {
  /** The largest book, in questions, that has a page with all of it. */
  public static final int MOST_ON_A_PAGE = PageModels.MOST_ON_A_PAGE;

  private final Path root;
  private final Path target;
  private final JBakeRenderer renderer;
  private final LastSite last;
  private final Diagnostics diagnostics;
  private int unchanged;

  /**
   * @param renderer of pages
   * @param last from which pages are taken that would be the same
   */
  public Baker(JBakeRenderer renderer, LastSite last, Diagnostics diagnostics) {
    this.root = renderer.root();
    this.target = last.next().toAbsolutePath();
    this.renderer = renderer;
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
      String template = templates.of(JBakeRenderer.template((String) model.get("type")));
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

  private void render(Map<String, Map<String, Object>> pages) {
    renderer.render(
        target, pages, mistake -> diagnostics.add(new TemplateMistakes(root).of(mistake)));
  }
}
