package answerbook.browser;

import java.util.List;
import java.util.Map;

/** Formulas that have what the book's formulas have, each of its kind. */
final class TexConstructs {
  private static final Map<String, String> ALL =
      Map.ofEntries(
          Map.entry("fractions", "\\frac{1}{1+\\frac{a_1}{b}}+\\tfrac12+\\dfrac{n!}{k!(n-k)!}"),
          Map.entry("radicals", "\\sqrt{2}+\\sqrt[3]{\\frac{x^2+1}{y}}+\\sqrt{\\sqrt{x}}"),
          Map.entry(
              "limits", "\\sum_{i=1}^{n}\\prod_{j\\neq i} x_{ij}+\\int_0^\\infty e^{-t}\\,dt"),
          Map.entry(
              "matrices",
              "\\begin{bmatrix}1&-2\\\\0.5&x\\end{bmatrix}\\begin{pmatrix}a\\\\b\\end{pmatrix}"),
          Map.entry(
              "cases", "f(x)=\\begin{cases}x&\\text{if }x>0,\\\\0&\\text{otherwise}\\end{cases}"),
          Map.entry("aligned", "\\begin{aligned}z&=Wx+b\\\\\\hat y&=\\sigma(z)\\end{aligned}"),
          Map.entry(
              "accents",
              "\\hat{x}+\\bar{y}+\\tilde{z}+\\vec{v}+\\dot{u}+\\widehat{abc}+\\overline{AB}"),
          Map.entry(
              "delimiters",
              "\\left(\\frac{\\partial L}{\\partial w}\\right)^2\\left\\|\\begin{matrix}1\\\\2\\\\3\\end{matrix}\\right\\|\\Big[x\\Big]"),
          Map.entry(
              "braces", "\\underbrace{w_1x_1+w_2x_2}_{\\text{weighted sum}}+\\overbrace{b}^{1}"),
          Map.entry(
              "text", "\\text{loss for }x=\\operatorname{arg\\,max}_k\\,p_k\\quad\\textbf{bold}"),
          Map.entry(
              "alphabets",
              "\\mathbf{W}\\in\\mathbb{R}^{m\\times n},\\ \\mathcal{L},\\ \\boldsymbol{\\theta},\\ \\mathfrak g,\\ \\mathsf T"),
          Map.entry(
              "arrows", "x\\to y\\Rightarrow z\\xrightarrow{f}w\\mapsto \\overrightarrow{AB}"),
          Map.entry("colour", "\\color{red}{x^2}+\\textcolor{blue}{\\frac{1}{y}}"),
          Map.entry(
              "inline sum", "\\textstyle\\sum_{j=1}^n w_jx_j+\\lim_{h\\to0}\\frac{f(x+h)}{h}"),
          Map.entry(
              "scripts", "x_{i_{j_k}}^{2^{3^n}}+{}_a^b T_c^d+e^{-\\frac{(x-\\mu)^2}{2\\sigma^2}}"));

  private TexConstructs() {}

  /** Their names, in order. */
  static List<String> names() {
    return ALL.keySet().stream().sorted().toList();
  }

  /** The formula of a name. */
  static String tex(String name) {
    return ALL.get(name);
  }
}
