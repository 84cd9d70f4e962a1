package answerbook.browser;

import static org.assertj.core.api.Assertions.assertThat;

import answerbook.math.MathRenderer;
import answerbook.print.PrintedFormula;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;

/**
 * Formulas on paper look as they do in Chromium: at 150 dpi every inked pixel of one has an inked
 * pixel of the other within 3 pixels, both put on the same origin. So nothing is missing, added,
 * moved or of another size, be it a letter, a rule or a drawn shape.
 */
@InChromium
class PrintedFormulasTest {
  /** The size of formulas in the books' text, 10.5 · 1.06 pt, at 150 dpi. */
  private static final double EM = 10.5 * 1.06 / 72 * 150;

  private static final int FARTHEST = 3;
  private static final int LIMIT = 12;

  /** Less bright pixels count as inked. */
  private static final int INKED = 190;

  private static final int COLUMNS = 3;
  private static final int WIDTH = 420;
  private static final int HEIGHT = 150;
  private static final int LEFT = 12;

  private static final Map<String, String> CONSTRUCTS =
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

  @TempDir private Path folder;

  @Test
  void constructsAreWithinThreePixelsOfChromium(Browser browser) throws IOException {
    List<String> names = CONSTRUCTS.keySet().stream().sorted().toList();
    List<Element> formulas = rendered(names);
    BufferedImage theirs = inChromium(browser, formulas);
    List<Double> baselines = baselines(browser);
    BufferedImage ours = onPaper(formulas, baselines, theirs);
    List<String> far = new ArrayList<>();
    int inked = 0;
    for (int i = 0; i < names.size(); i++) {
      int x = i % COLUMNS * WIDTH;
      int y = i / COLUMNS * HEIGHT;
      boolean[][] mine = ink(ours.getSubimage(x, y, WIDTH, HEIGHT));
      boolean[][] other = ink(theirs.getSubimage(x, y, WIDTH, HEIGHT));
      inked += count(other);
      double distance = Math.max(distance(mine, other), distance(other, mine));
      System.out.printf("  formula on paper: %s %.1f px%n", names.get(i), distance);
      if (distance > FARTHEST) {
        far.add(names.get(i) + ": " + distance + " px");
      }
    }

    assertThat(names).hasSize(15);
    assertThat(inked).isGreaterThan(10_000);
    assertThat(far).isEmpty();
  }

  private List<Element> rendered(List<String> names) {
    try (MathRenderer maths = new MathRenderer(folder)) {
      return names.stream()
          .map(name -> maths.render(CONSTRUCTS.get(name), true))
          .map(html -> Jsoup.parse(html).selectFirst(".katex"))
          .toList();
    }
  }

  private BufferedImage inChromium(Browser browser, List<Element> formulas) throws IOException {
    StringBuilder html =
        new StringBuilder(
            "<!DOCTYPE html><meta charset=utf-8><title>Formulas</title>"
                + "<link rel=stylesheet href=katex.min.css><style>body{margin:0;height:800px}"
                + ".katex{font-size:"
                + EM
                + "px}.o{display:inline-block}"
                + "div{position:absolute;white-space:nowrap;line-height:60px}</style>");
    for (int i = 0; i < formulas.size(); i++) {
      int x = i % COLUMNS * WIDTH + LEFT;
      int y = i / COLUMNS * HEIGHT + HEIGHT / 4;
      html.append("<div style='left:" + x + "px;top:" + y + "px'><span class=o></span>");
      html.append(formulas.get(i).outerHtml()).append("</div>");
    }
    Path file = Files.writeString(folder.resolve("formulas.html"), html);
    copy("katex.min.css");
    for (String font : fonts()) {
      copy("fonts/" + font);
    }
    browser.openFile(SitePage.of("formulas", folder, file), View.USUAL);
    return ImageIO.read(
        new ByteArrayInputStream(
            browser
                .driver()
                .findElement(By.cssSelector("body"))
                .getScreenshotAs(OutputType.BYTES)));
  }

  private List<String> fonts() throws IOException {
    String css = Files.readString(folder.resolve("katex.min.css"));
    return java.util.regex.Pattern.compile("fonts/([\\w-]+\\.woff2)")
        .matcher(css)
        .results()
        .map(found -> found.group(1))
        .distinct()
        .toList();
  }

  private void copy(String name) throws IOException {
    Path target = folder.resolve(name);
    Files.createDirectories(target.getParent());
    try (InputStream in =
        MathRenderer.class.getResourceAsStream(MathRenderer.KATEX_FOLDER + name)) {
      Files.copy(in, target);
    }
  }

  private static List<Double> baselines(Browser browser) {
    return ((List<?>)
            browser.script(
                "return [...document.querySelectorAll('.o')].map(e => e.getBoundingClientRect().bottom)"))
        .stream().map(each -> ((Number) each).doubleValue()).toList();
  }

  private static BufferedImage onPaper(
      List<Element> formulas, List<Double> baselines, BufferedImage like) {
    BufferedImage image =
        new BufferedImage(like.getWidth(), like.getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    PrintedFormula printer = new PrintedFormula();
    for (int i = 0; i < formulas.size(); i++) {
      int x = i % COLUMNS * WIDTH + LEFT;
      printer.paint(formulas.get(i), EM, x, baselines.get(i), graphics);
    }
    graphics.dispose();
    return image;
  }

  private static boolean[][] ink(BufferedImage image) {
    boolean[][] ink = new boolean[image.getHeight()][image.getWidth()];
    for (int y = 0; y < ink.length; y++) {
      for (int x = 0; x < ink[y].length; x++) {
        Color color = new Color(image.getRGB(x, y));
        ink[y][x] = (color.getRed() + color.getGreen() + color.getBlue()) / 3 < INKED;
      }
    }
    return ink;
  }

  private static int count(boolean[][] ink) {
    int count = 0;
    for (boolean[] row : ink) {
      for (boolean inked : row) {
        count += inked ? 1 : 0;
      }
    }
    return count;
  }

  /** How far the farthest ink of one is from any ink of the other, up to a limit. */
  private static double distance(boolean[][] from, boolean[][] to) {
    double farthest = 0;
    for (int y = 0; y < from.length; y++) {
      for (int x = 0; x < from[y].length; x++) {
        if (from[y][x]) {
          farthest = Math.max(farthest, nearest(to, x, y));
        }
      }
    }
    return farthest;
  }

  private static double nearest(boolean[][] ink, int x, int y) {
    double nearest = LIMIT;
    for (int v = Math.max(0, y - LIMIT); v < Math.min(ink.length, y + LIMIT); v++) {
      for (int u = Math.max(0, x - LIMIT); u < Math.min(ink[v].length, x + LIMIT); u++) {
        if (ink[v][u]) {
          nearest = Math.min(nearest, Math.hypot(u - x, v - y));
        }
      }
    }
    return nearest;
  }
}
