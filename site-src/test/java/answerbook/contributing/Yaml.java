package answerbook.contributing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** A file of {@code .github}, read as GitHub reads it: {@code on} is a word. */
record Yaml(String name, String text, Map<?, ?> root) {
  static final Path GITHUB = Path.of(".github");

  /** All files of a folder of {@code .github}. */
  static List<Yaml> of(String folder) {
    try (Stream<Path> paths = Files.list(GITHUB.resolve(folder))) {
      return paths
          .filter(path -> path.toString().endsWith(".yml"))
          .sorted()
          .map(Yaml::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Yaml read(Path file) {
    try {
      return parse(file.getFileName().toString(), Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Yaml parse(String name, String text) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    DumperOptions unused = new DumperOptions();
    return new Yaml(
        name,
        text,
        new org.yaml.snakeyaml.Yaml(
                new SafeConstructor(options), new Representer(unused), unused, options, new Words())
            .load(text));
  }

  /** What stands under a key; an empty map if nothing does. */
  static Map<?, ?> map(Map<?, ?> parent, String key) {
    return parent.get(key) instanceof Map<?, ?> map ? map : Map.of();
  }

  /** The keys of a map as words. */
  static Set<String> keys(Map<?, ?> map) {
    return map.keySet().stream().map(String::valueOf).collect(Collectors.toSet());
  }

  /** The maps in the list under a key. */
  static List<Map<?, ?>> maps(Map<?, ?> parent, String key) {
    List<Map<?, ?>> maps = new ArrayList<>();
    if (parent.get(key) instanceof List<?> list) {
      list.forEach(each -> maps.add((Map<?, ?>) each));
    }
    return maps;
  }

  @Override
  public String toString() {
    return name;
  }

  /** No word is a truth value but true and false. */
  private static final class Words extends Resolver {
    @Override
    protected void addImplicitResolvers() {
      addImplicitResolver(Tag.BOOL, Pattern.compile("^(?:true|false)$"), "tf");
      addImplicitResolver(Tag.INT, INT, "0123456789");
    }
  }
}
