package answerbook.browser;

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
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.jsoup.nodes.Element;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;

/** Formulas side by side in one picture at 150 dpi, set by Chromium or as on paper. */
final class FormulaSheet {
  /** The size of the formulas at 150 dpi. */
  private static final double EM = PrintedFormula.EM / 72 * 150;

  /** Device pixels for one of CSS. At 1, Chromium would round the widths of letters. */
  private static final double SCALE = 150 / 96.0;

  private static final int COLUMNS = 3;
  private static final int WIDTH = 420;
  private static final int HEIGHT = 150;
  private static final int LEFT = 12;

  private final List<Element> formulas;
  private final Path folder;

  /**
   * @param formulas elements of class {@code katex}
   * @param folder for the page that Chromium opens
   */
  FormulaSheet(List<Element> formulas, Path folder) {
    this.formulas = formulas;
    this.folder = folder;
  }

  /** The part of a sheet that has a formula. */
  static BufferedImage part(BufferedImage sheet, int formula) {
    int x = formula % COLUMNS * WIDTH;
    int y = formula / COLUMNS * HEIGHT;
    return sheet.getSubimage(x, y, WIDTH, HEIGHT);
  }

  BufferedImage inChromium(Browser browser) throws IOException {
    StringBuilder html =
        new StringBuilder(
            "<!DOCTYPE html><meta charset=utf-8><title>Formulas</title>"
                + "<link rel=stylesheet href=katex.min.css><style>body{margin:0;width:820px;height:512px}"
                + ".katex{font-size:"
                + EM / SCALE
                + "px}.o{display:inline-block}"
                + "div{position:absolute;white-space:nowrap;line-height:60px}</style>");
    for (int i = 0; i < formulas.size(); i++) {
      double x = (i % COLUMNS * WIDTH + LEFT) / SCALE;
      double y = (i / COLUMNS * HEIGHT + HEIGHT / 4) / SCALE;
      html.append("<div style='left:" + x + "px;top:" + y + "px'><span class=o></span>");
      html.append(formulas.get(i).outerHtml()).append("</div>");
    }
    Path file = Files.writeString(folder.resolve("formulas.html"), html);
    copy("katex.min.css");
    for (String font : fonts()) {
      copy("fonts/" + font);
    }
    browser.openFile(SitePage.of("formulas", folder, file), View.USUAL);
    browser.command(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", 1280, "height", 800, "deviceScaleFactor", SCALE, "mobile", false));
    return ImageIO.read(
        new ByteArrayInputStream(
            browser
                .driver()
                .findElement(By.cssSelector("body"))
                .getScreenshotAs(OutputType.BYTES)));
  }

  /** Where the baselines are in the sheet that Chromium shows. */
  static List<Double> baselines(Browser browser) {
    return ((List<?>)
            browser.script(
                "return [...document.querySelectorAll('.o')].map(e => e.getBoundingClientRect().bottom)"))
        .stream().map(each -> ((Number) each).doubleValue() * SCALE).toList();
  }

  /** The formulas as on paper, on the same baselines. */
  BufferedImage onPaper(List<Double> baselines, BufferedImage like) throws IOException {
    BufferedImage image =
        new BufferedImage(like.getWidth(), like.getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    List<PrintedFormula> printed = PrintedFormula.of(formulas);
    for (int i = 0; i < printed.size(); i++) {
      PrintedFormula each = printed.get(i);
      int left = i % COLUMNS * WIDTH;
      int top = i / COLUMNS * HEIGHT;
      graphics.setClip(left, top, WIDTH, HEIGHT);
      int x = (int) Math.round(left + LEFT - each.x());
      int y = (int) Math.round(baselines.get(i) - each.baseline());
      graphics.drawImage(each.picture(), x, y, null);
    }
    graphics.dispose();
    return image;
  }

  private List<String> fonts() throws IOException {
    String css = Files.readString(folder.resolve("katex.min.css"));
    return Pattern.compile("fonts/([\\w-]+\\.woff2)")
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
}
