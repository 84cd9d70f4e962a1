package answerbook.math;

import answerbook.script.FragmentCache;
import answerbook.script.ScriptEngine;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;

/**
 * Renders TeX with KaTeX to HTML for the eye and MathML for the ear.
 *
 * <pre>{@code
 * try (MathRenderer maths = new MathRenderer(cacheFolder)) {
 *   String html = maths.render("\\sigma(z)", false);
 * }
 * }</pre>
 */
public final class MathRenderer implements AutoCloseable {
  /** The version of the webjar; the test of this class holds it against the class path. */
  public static final String KATEX_VERSION = "0.16.47";

  /** The folder of the webjar's files on the class path. */
  public static final String KATEX_FOLDER =
      "/META-INF/resources/webjars/katex/" + KATEX_VERSION + "/dist/";

  /** Each takes 10 MB and a twentieth of a second to start. */
  private static final int MOST_ENGINES = 4;

  private static final String RENDER =
      """
      // KaTeX lets the sign for "applied to" follow every operator, also one that is a script and applied to nothing:
      // <msub> then has three parts, and is no MathML.
      function scripts(html) {
        return html
          .replace(/<mo>\\u2061<\\/mo>(?=<\\/m(?:sub|sup|subsup|under|over)>)/g, "")
          .replace(/(<msubsup><m[ino][^<]*<\\/m[ino]><mi>[^<]*<\\/mi>)<mo>\\u2061<\\/mo>/g, "$1");
      }
      function renderTex(tex, mode) {
        try {
          return "ok " + scripts(katex.renderToString(tex, {
            displayMode: mode === "display", output: "htmlAndMathml", throwOnError: true, strict: "error", trust: false
          }));
        } catch (e) {
          return "error " + (e.position === undefined ? 0 : e.position) + " " + (e.rawMessage || e.message);
        }
      }
      """;

  /** Those that render nothing at the moment; the one used last is taken first. */
  private final BlockingDeque<ScriptEngine> engines = new LinkedBlockingDeque<>();

  private final FragmentCache cache;

  /**
   * @param cacheFolder where rendered formulas are kept from build to build
   */
  public MathRenderer(Path cacheFolder) {
    for (int i = Math.min(MOST_ENGINES, Runtime.getRuntime().availableProcessors()); i > 0; i--) {
      engines.add(
          new ScriptEngine(
              () -> List.of(ScriptEngine.resource(KATEX_FOLDER + "katex.min.js"), RENDER)));
    }
    this.cache =
        new FragmentCache(cacheFolder.resolve("formulas.bin"), "katex " + KATEX_VERSION + RENDER);
  }

  /**
   * Renders a formula.
   *
   * @param display whether it stands on a line of its own
   * @throws TexException if KaTeX does not take it
   */
  public String render(String tex, boolean display) {
    String mode = display ? "display" : "inline";
    return cache.get(mode + " " + tex, source -> rendered(tex, mode));
  }

  /** How many different formulas were asked for. */
  public int usedCount() {
    return cache.usedCount();
  }

  /** How many had to be rendered. */
  public int madeCount() {
    return cache.madeCount();
  }

  /** Begins another build of the same process: no formula has been asked for yet. */
  public void begin() {
    cache.begin();
  }

  /** Does {@code work} on this thread; returns which formulas it asked for. */
  public Set<String> usedBy(Runnable work) {
    return cache.usedBy(work);
  }

  /** Counts formulas as asked for that {@link #usedBy} returned before. */
  public void reuse(Collection<String> formulas) {
    cache.reuse(formulas);
  }

  /** Keeps what was asked for in this build for the next process. */
  public void save() {
    cache.save();
  }

  /** The same, and frees memory until a formula is asked for again. */
  public void rest() {
    cache.rest();
    engines.forEach(ScriptEngine::rest);
  }

  /** Keeps the rendered formulas for the next build and frees the engine. */
  @Override
  public void close() {
    cache.save();
    engines.forEach(ScriptEngine::close);
  }

  private String answer(String tex, String mode) {
    try {
      ScriptEngine engine = engines.takeFirst();
      try {
        return engine.call("renderTex", tex, mode);
      } finally {
        engines.addFirst(engine);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a formula waited for its engine", e);
    }
  }

  private String rendered(String tex, String mode) {
    String answer = answer(tex, mode);
    if (answer.startsWith("ok ")) {
      return answer.substring(3);
    }
    String[] parts = answer.split(" ", 3);
    throw new TexException(Math.min(Integer.parseInt(parts[1]), tex.length()), parts[2]);
  }
}
