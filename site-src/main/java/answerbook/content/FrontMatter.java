package answerbook.content;

import answerbook.diagnostic.Diagnostics;
import answerbook.diagnostic.Nearest;
import answerbook.diagnostic.Position;
import answerbook.diagnostic.SourceFile;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * A YAML mapping, read strictly: what a caller asks for must be there and of the right type, and
 * what no caller asked for must not be there. Every mistake becomes a diagnostic; the caller gets
 * null or an empty value and goes on.
 */
final class FrontMatter {
  private final SourceFile file;
  private final Diagnostics diagnostics;
  private final int lineShift;
  private final int start;
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final Map<String, Node> keys = new LinkedHashMap<>();
  private final Set<String> asked = new LinkedHashSet<>();

  /** A mapping inside another one. */
  private FrontMatter(FrontMatter parent, MappingNode node) {
    this.file = parent.file;
    this.diagnostics = parent.diagnostics;
    this.lineShift = parent.lineShift;
    this.start = parent.offset(node.getStartMark());
    fill(node);
  }

  /**
   * Reads a mapping from a part of a file.
   *
   * @param from where the YAML starts, at the start of a line
   */
  FrontMatter(SourceFile file, int from, int to, Diagnostics diagnostics) {
    this.file = file;
    this.diagnostics = diagnostics;
    this.start = from;
    this.lineShift = file.position(from).line() - 1;
    try {
      // Only nodes are read: what could make objects of any class would take long to start.
      Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
      Node node = yaml.compose(new StringReader(file.text().substring(from, to)));
      if (node instanceof MappingNode mapping) {
        fill(mapping);
      } else if (node != null) {
        error(offset(node.getStartMark()), "expected lines of the form 'key: value'", "");
      }
    } catch (MarkedYAMLException e) {
      int place =
          e.getProblemMark() == null
              ? from
              : Math.min(offset(e.getProblemMark()), file.text().length());
      error(
          place,
          "bad YAML: " + e.getProblem(),
          "quote the value with single quotes, or mend the indentation");
      broken = true;
    } catch (ReaderException e) {
      String character = String.format("U+%04X", e.getCodePoint());
      int place = Math.min(from + e.getPosition(), file.text().length());
      error(place, "bad YAML: it can't hold the character " + character, "delete it");
      broken = true;
    } catch (YAMLException e) {
      error(from, "bad YAML: " + e.getMessage().lines().findFirst().orElse(""), "write it simpler");
      broken = true;
    }
  }

  private boolean broken;

  /** Whether the YAML could not be read at all. */
  boolean isBroken() {
    return broken;
  }

  /** Where the mapping starts. */
  int start() {
    return start;
  }

  /** All keys, for a mapping whose keys are names. */
  List<String> keys() {
    return List.copyOf(keys.keySet());
  }

  /** Where a key stands. */
  int keyOffset(String key) {
    return offset(keys.get(key).getStartMark());
  }

  /** A value that must be there; null if it isn't. */
  Located required(String key) {
    Located value = optional(key);
    if (value == null && !broken && !values.containsKey(key)) {
      error(start, "'" + key + "' is missing", "add a line '" + key + ": …'");
    }
    return value;
  }

  /** A text, number or truth value as it is written; null if it isn't there. */
  Located optional(String key) {
    asked.add(key);
    Node node = values.get(key);
    return node == null ? null : scalar(node, key);
  }

  /** A list of texts; empty if it isn't there. */
  List<Located> list(String key) {
    asked.add(key);
    Node node = values.get(key);
    List<Located> items = new ArrayList<>();
    if (node instanceof SequenceNode sequence) {
      for (Node item : sequence.getValue()) {
        Located text = scalar(item, key);
        if (text != null) {
          items.add(text);
        }
      }
    } else if (node != null) {
      error(
          offset(node.getStartMark()),
          "'" + key + "' must be a list",
          "write it as [a, b], or as lines '- a'");
    }
    return items;
  }

  /** A list of texts with at least one item. */
  List<Located> requiredList(String key) {
    List<Located> items = list(key);
    if (items.isEmpty() && !broken && !(values.get(key) instanceof ScalarNode)) {
      error(start, "'" + key + "' is missing or empty", "add a line '" + key + ": [a, b]'");
    }
    return items;
  }

  /** The mapping below a key; null if there is something else. */
  FrontMatter mapping(String key) {
    asked.add(key);
    if (values.get(key) instanceof MappingNode mapping) {
      return new FrontMatter(this, mapping);
    }
    error(
        keyOffset(key),
        "'" + key + "' must hold lines of the form 'key: value'",
        "indent them below it");
    return null;
  }

  /** The mapping below a key; null if the key isn't there, or if there is something else. */
  FrontMatter mappingOrNull(String key) {
    asked.add(key);
    return values.containsKey(key) ? mapping(key) : null;
  }

  /** Reports every key that nobody asked for. */
  void rejectOthers() {
    for (String key : keys.keySet()) {
      if (!asked.contains(key)) {
        error(keyOffset(key), "unknown key '" + key + "'", Nearest.remedy(key, asked, "keys"));
      }
    }
  }

  private void fill(MappingNode mapping) {
    for (NodeTuple tuple : mapping.getValue()) {
      Located key = scalar(tuple.getKeyNode(), "a key");
      if (key != null && keys.put(key.text(), tuple.getKeyNode()) != null) {
        error(key.offset(), "'" + key.text() + "' is there twice", "keep one of them");
      } else if (key != null) {
        values.put(key.text(), tuple.getValueNode());
      }
    }
  }

  private Located scalar(Node node, String key) {
    int offset = offset(node.getStartMark());
    if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      boolean quoted = scalar.getScalarStyle() != ScalarStyle.PLAIN;
      return new Located(scalar.getValue().strip(), offset + (quoted ? 1 : 0));
    }
    String remedy = "a value that starts with [ or { must be quoted with single quotes";
    boolean empty = node instanceof ScalarNode;
    error(
        offset,
        "'" + key + "' must " + (empty ? "not be empty" : "be a text"),
        empty ? "write a value" : remedy);
    return null;
  }

  private int offset(Mark mark) {
    int lineStart = file.offset(Math.min(mark.getLine() + 1 + lineShift, file.lineCount()));
    int points = mark.getColumn();
    int end = file.text().length();
    int offset = lineStart;
    for (; points > 0 && offset < end; points--) {
      offset += Character.charCount(file.text().codePointAt(offset));
    }
    return offset;
  }

  private void error(int offset, String message, String remedy) {
    Position position = file.position(offset);
    diagnostics.error(file, position, message, remedy);
  }
}
