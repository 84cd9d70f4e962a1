package answerbook.print;

import static org.assertj.core.api.Assertions.assertThat;

import answerbook.print.PdfPages.Page;
import answerbook.print.PdfTags.Tag;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a PDF tells of itself, and of what it is made. */
class DocumentTest {
  static List<Path> books() {
    return PaperBooks.all();
  }

  @ParameterizedTest
  @MethodSource("books")
  void tellsItsTitleAndLanguage(Path book) throws Exception {
    try (PDDocument pdf = Loader.loadPDF(book.toFile())) {
      PDDocumentCatalog catalog = pdf.getDocumentCatalog();
      String metadata = new String(catalog.getMetadata().toByteArray(), StandardCharsets.UTF_8);

      assertThat(catalog.getLanguage()).isEqualTo("en-GB");
      assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
      assertThat(pdf.getDocumentInformation().getTitle()).contains(": ").doesNotContain("$");
      assertThat(metadata)
          .contains(pdf.getDocumentInformation().getTitle())
          .containsPattern("pdfuaid:part(>|=\")1");
    }
  }

  @ParameterizedTest
  @MethodSource("books")
  void hasAllFontsAndNoPictureOfPixels(Path book) throws Exception {
    try (PDDocument pdf = Loader.loadPDF(book.toFile())) {
      Contents contents = new Contents();
      for (PDPage page : pdf.getPages()) {
        contents.add(page.getResources());
      }

      assertThat(contents.fonts.stream().map(PDFont::getName))
          .anyMatch(name -> name.contains("AnswerbookSerif"))
          .anyMatch(name -> name.contains("KaTeX_Math-Italic"));
      assertThat(contents.fonts).allMatch(PDFont::isEmbedded);
      assertThat(contents.images).isEmpty();
    }
  }

  /** Each of its own would be most of what the PDF is made of. */
  @ParameterizedTest
  @MethodSource("books")
  void backgroundsShareOneMark(Path book) throws Exception {
    try (PDDocument pdf = Loader.loadPDF(book.toFile())) {
      Set<COSBase> layouts = new HashSet<>();
      for (PDPage page : pdf.getPages()) {
        COSDictionary marks =
            page.getResources().getCOSObject().getCOSDictionary(COSName.PROPERTIES);
        layouts.add(marks.getDictionaryObject("Layout"));
        String content = new String(page.getContents().readAllBytes(), StandardCharsets.ISO_8859_1);

        assertThat(content).contains("/Artifact /Layout BDC");
        assertThat(marks.keySet()).hasSizeLessThan(10);
      }

      assertThat(layouts).hasSize(1).doesNotContainNull();
    }
  }

  @Test
  void formulasAreTextAndHaveTheirTexForThoseWhoCannotSeeThem() throws Exception {
    Path book = PaperBooks.ofMiniBook(Edition.Kind.ANSWERS_BELOW, Edition.Paper.A4);
    try (PDDocument pdf = Loader.loadPDF(book.toFile())) {
      List<Page> pages = PdfPages.of(pdf);
      List<Tag> tags = PdfTags.of(pdf, pages);

      assertThat(tags)
          .anySatisfy(
              tag -> {
                assertThat(tag.alternative()).isEqualTo("E = mc^2");
                assertThat(tag.text()).isEqualTo("E=mc2");
              })
          .anySatisfy(
              tag -> {
                assertThat(tag.alternative()).startsWith("\\sum_{j} w_j x_j");
                assertThat(tag.text()).contains("∑", "w", "j", "1", "2");
              })
          .anySatisfy(tag -> assertThat(tag.alternative()).isEqualTo("A sine wave from 0 to 6."));
      assertThat(tags).filteredOn(tag -> tag.type().equals("Figure")).hasSizeGreaterThan(50);
    }
  }

  @Test
  void numbersFiguresByTheirQuestions() throws Exception {
    PrintedPdf pdf =
        PrintedPdf.of(PaperBooks.ofMiniBook(Edition.Kind.ANSWERS_BELOW, Edition.Paper.A4));
    String text = pdf.tags().get(pdf.tags().size() - 1).text().replaceAll("\\s", "");

    assertThat(text)
        .contains("Figure1.1.1Aring")
        .contains("SeeFigure1.1.1and")
        .contains("InFigure1.2.2,Figure1.2.1andTable1.2.1.")
        .contains("Figure1.2.2Acaptionovertwolines")
        .contains("Table2.1.1Atableovermorethanapage");
  }

  @Test
  void eachKindHasWhatItPromises() throws Exception {
    assertThat(text(Edition.Kind.ANSWERS_BELOW))
        .containsSubsequence("Question1.1", "Theanswercites", "Question1.2", "References");
    assertThat(text(Edition.Kind.ANSWERS_LAST))
        .containsSubsequence(
            "Question1.1", "Question2.2", "Answer1.1", "Theanswercites", "References");
    assertThat(text(Edition.Kind.QUESTIONS_ONLY))
        .contains("Question2.2")
        .doesNotContain("Theanswercites", "References", "Theyarelong");
  }

  private static String text(Edition.Kind kind) throws IOException {
    Path book = PaperBooks.ofMiniBook(kind, Edition.Paper.LETTER);
    try (PDDocument pdf = Loader.loadPDF(book.toFile())) {
      return String.join("", PdfPages.of(pdf).stream().skip(2).map(Page::text).toList());
    }
  }

  /** Everything that pages use, that of forms within forms included. */
  private static final class Contents {
    private final Set<PDFont> fonts = new HashSet<>();
    private final Set<String> images = new HashSet<>();
    private final Set<Object> seen = new HashSet<>();

    void add(PDResources resources) throws IOException {
      if (resources == null || !seen.add(resources.getCOSObject())) {
        return;
      }
      for (COSName name : resources.getFontNames()) {
        fonts.add(resources.getFont(name));
      }
      for (COSName name : resources.getXObjectNames()) {
        PDXObject object = resources.getXObject(name);
        if (object instanceof PDImageXObject) {
          images.add(name.getName());
        } else if (object instanceof PDFormXObject form) {
          add(form.getResources());
        }
      }
      for (COSName name : resources.getPatternNames()) {
        images.add("pattern " + name.getName());
      }
    }
  }
}
