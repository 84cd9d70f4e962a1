package answerbook.code;

import answerbook.script.FragmentCache;
import answerbook.script.ScriptEngine;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Turns source code into HTML whose tokens carry highlight.js classes. */
public final class Highlighter implements AutoCloseable {
  private static final String VERSION = "11.11.1";
  private static final String LIBRARY =
      "/META-INF/resources/webjars/highlightjs/" + VERSION + "/highlight.min.js";

  private static final String RENDER =
      """
      function highlight(code, language) {
        return hljs.highlight(code, {language: language, ignoreIllegals: true}).value;
      }
      """;

  /** What a fence may say, and the language that it means. */
  private static final Map<String, String> LANGUAGES =
      Map.ofEntries(
          Map.entry("java", "java"),
          Map.entry("python", "python"),
          Map.entry("py", "python"),
          Map.entry("cpp", "cpp"),
          Map.entry("c++", "cpp"),
          Map.entry("bash", "bash"),
          Map.entry("sh", "bash"),
          Map.entry("json", "json"),
          Map.entry("yaml", "yaml"),
          Map.entry("text", "plaintext"));

  private final ScriptEngine engine;
  private final FragmentCache cache;

  /**
   * @param cacheFolder where highlighted listings are kept from build to build
   */
  public Highlighter(Path cacheFolder) {
    this.engine = new ScriptEngine(() -> List.of(ScriptEngine.resource(LIBRARY), RENDER));
    this.cache =
        new FragmentCache(cacheFolder.resolve("listings.bin"), "highlight.js " + VERSION + RENDER);
  }

  /** The names by which a fence may call its language. */
  public Set<String> names() {
    return new java.util.TreeSet<>(LANGUAGES.keySet());
  }

  /**
   * The HTML of {@code code}, to stand in {@code <code class="hljs language-…">}.
   *
   * @param name one of {@link #names()}
   */
  public String html(String code, String name) {
    String language = language(name);
    return cache.get(language + " " + code, source -> engine.call("highlight", code, language));
  }

  /** The language that highlight.js knows by another of its names, such as python for py. */
  public String language(String name) {
    String language = LANGUAGES.get(name);
    if (language == null) {
      throw new IllegalArgumentException("language (" + name + ") must be one of " + names());
    }
    return language;
  }

  /** Begins another build of the same process: no listing has been asked for yet. */
  public void begin() {
    cache.begin();
  }

  /** Does {@code work} on this thread; returns which listings it asked for. */
  public Set<String> usedBy(Runnable work) {
    return cache.usedBy(work);
  }

  /** Counts listings as asked for that {@link #usedBy} returned before. */
  public void reuse(Collection<String> listings) {
    cache.reuse(listings);
  }

  /** Keeps what was asked for in this build for the next process. */
  public void save() {
    cache.save();
  }

  /** Keeps the listings for the next build and frees the engine. */
  @Override
  public void close() {
    cache.save();
    engine.close();
  }
}
