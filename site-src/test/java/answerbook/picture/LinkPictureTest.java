package answerbook.picture;

import static org.assertj.core.api.Assertions.assertThat;

import answerbook.math.MathRenderer;
import answerbook.picture.LinkPicture.Words;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LinkPictureTest {
  private static final int PAPER = 0xfffdfcfa;
  private static final int EDGE = 96;

  private static LinkPicture picture;

  @BeforeAll
  static void readFonts() throws IOException {
    String operators = MathRenderer.KATEX_FOLDER + "fonts/KaTeX_Main-Regular.ttf";
    try (InputStream in = LinkPictureTest.class.getResourceAsStream(operators)) {
      picture = new LinkPicture(Path.of("site-src/print/fonts"), in.readAllBytes());
    }
  }

  /** Taken on JDK 17 and 25; another JDK or machine that draws otherwise shows here. */
  @Test
  void everyMachineMakesTheSameBytes() throws GeneralSecurityException {
    byte[] png = picture.png(new Words("Answerbook", "Topic 2", "What ∇C = 1/n says", "hard"));

    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    assertThat(HexFormat.of().formatHex(digest.digest(png)))
        .isEqualTo("4f741458fc522be9cb41522f471f6b76a298c68ebe6cee2c77b5dd6c88e26d64");
  }

  @Test
  void isAPictureOfTheSizeThatPagesName() throws IOException {
    BufferedImage image = image("Answerbook", "What batch normalisation does");

    assertThat(image.getWidth()).isEqualTo(1200);
    assertThat(image.getHeight()).isEqualTo(630);
    assertThat(inked(image, 0, 1200)).isGreaterThan(20_000);
  }

  @Test
  void longTitlesStayInside() throws IOException {
    BufferedImage image = image("Answerbook", "A rather long title that has many words ".repeat(4));

    assertThat(inked(image, 1200 - EDGE + 1, 1200)).isZero();
    for (int x = 200; x < 1200; x++) {
      assertThat(image.getRGB(x, 505)).as("between title and foot").isEqualTo(PAPER);
    }
  }

  @Test
  void everyWordIsDrawn() throws IOException {
    int few = inked(image("Answerbook", "The size"), 0, 1200);
    int more = inked(image("Answerbook", "The size of it"), 0, 1200);

    assertThat(more).isGreaterThan(few);
  }

  @Test
  void charactersThatNoFontHasAreNamed() {
    assertThat(picture.missing(new Words("Answerbook", "", "A 猫 and a ∇", "")))
        .containsExactly("猫");
  }

  private static BufferedImage image(String site, String title) throws IOException {
    byte[] png = picture.png(new Words(site, "Topic 2", title, "hard"));
    return ImageIO.read(new ByteArrayInputStream(png));
  }

  private static int inked(BufferedImage image, int from, int to) {
    int count = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = from; x < to; x++) {
        count += image.getRGB(x, y) == PAPER ? 0 : 1;
      }
    }
    return count;
  }
}
