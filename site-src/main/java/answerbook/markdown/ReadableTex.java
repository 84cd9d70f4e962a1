package answerbook.markdown;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Texts with simple formulas for where no formula can be set, such as titles of windows: TeX
 * becomes the characters that it stands for, as far as there are such.
 */
public final class ReadableTex {
  private static final Map<String, String> SYMBOLS =
      Map.ofEntries(
          Map.entry("times", "×"),
          Map.entry("cdot", "·"),
          Map.entry("pm", "±"),
          Map.entry("le", "≤"),
          Map.entry("leq", "≤"),
          Map.entry("ge", "≥"),
          Map.entry("geq", "≥"),
          Map.entry("ne", "≠"),
          Map.entry("neq", "≠"),
          Map.entry("approx", "≈"),
          Map.entry("in", "∈"),
          Map.entry("to", "→"),
          Map.entry("rightarrow", "→"),
          Map.entry("infty", "∞"),
          Map.entry("partial", "∂"),
          Map.entry("nabla", "∇"),
          Map.entry("sum", "∑"),
          Map.entry("prod", "∏"),
          Map.entry("dots", "…"),
          Map.entry("ldots", "…"),
          Map.entry("cdots", "…"),
          Map.entry("alpha", "α"),
          Map.entry("beta", "β"),
          Map.entry("gamma", "γ"),
          Map.entry("delta", "δ"),
          Map.entry("Delta", "Δ"),
          Map.entry("epsilon", "ε"),
          Map.entry("varepsilon", "ε"),
          Map.entry("eta", "η"),
          Map.entry("theta", "θ"),
          Map.entry("Theta", "Θ"),
          Map.entry("lambda", "λ"),
          Map.entry("mu", "μ"),
          Map.entry("pi", "π"),
          Map.entry("rho", "ρ"),
          Map.entry("sigma", "σ"),
          Map.entry("Sigma", "Σ"),
          Map.entry("tau", "τ"),
          Map.entry("phi", "φ"),
          Map.entry("varphi", "φ"),
          Map.entry("omega", "ω"),
          Map.entry("lVert", "‖"),
          Map.entry("rVert", "‖"));

  /** Commands that only say how something looks. */
  private static final Pattern LOOKS =
      Pattern.compile(
          "\\\\(?:math[a-z]+|text[a-z]*|operatorname|boldsymbol|left|right|big|Big|limits|displaystyle)"
              + "(?![A-Za-z])\\s?");

  private static final Pattern FRACTION =
      Pattern.compile("\\\\[dt]?frac\\s*(\\{[^{}]*\\}|\\w)\\s*(\\{[^{}]*\\}|\\w)");
  private static final Pattern PREFIX = Pattern.compile("\\\\(nabla|partial|sum|Delta)\\s+");
  private static final Pattern COMMAND = Pattern.compile("\\\\([A-Za-z]+)");

  /** What is never in a text without formulas. */
  private static final Pattern TEX = Pattern.compile("[\\\\${}]");

  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private ReadableTex() {}

  /** The text in one line. */
  public static String of(String text) {
    return TEX.matcher(text).find() ? read(text) : BLANKS.matcher(text).replaceAll(" ").strip();
  }

  private static String read(String text) {
    String looks = LOOKS.matcher(flat(text.replaceAll("(?<!\\\\)\\$", ""))).replaceAll("");
    String fractions =
        FRACTION
            .matcher(looks)
            .replaceAll(
                m -> Matcher.quoteReplacement(side(m.group(1)) + "/" + side(m.group(2)) + " "));
    String close = PREFIX.matcher(fractions).replaceAll("\\\\$1{}");
    return COMMAND
        .matcher(close)
        .replaceAll(m -> Matcher.quoteReplacement(SYMBOLS.getOrDefault(m.group(1), m.group(1))))
        .replaceAll("(?<!\\\\)[{}]", "")
        .replaceAll("\\\\([#%&_${}])", "$1")
        .replaceAll("\\\\.", "")
        .replaceAll("\\s+", " ")
        .strip();
  }

  /** Matrices as lists of rows. */
  private static String flat(String text) {
    return !text.contains("\\begin{")
        ? text
        : text.replaceAll("\\\\begin\\{\\w*matrix\\}", "[")
            .replaceAll("\\\\end\\{\\w*matrix\\}", "]")
            .replaceAll("\\\\(?:begin|end)\\{\\w+\\}", "")
            .replaceAll("\\s*\\\\\\\\\\s*", "; ")
            .replaceAll("\\s*&\\s*", " ");
  }

  /** One side of a fraction; in brackets if it is more than one thing. */
  private static String side(String group) {
    String inner = group.startsWith("{") ? group.substring(1, group.length() - 1) : group;
    return inner.matches("\\\\?\\w*") ? inner : "(" + inner + ")";
  }
}
