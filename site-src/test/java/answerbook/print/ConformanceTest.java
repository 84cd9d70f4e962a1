package answerbook.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Every book on paper conforms to PDF/UA-1, by veraPDF. */
class ConformanceTest {
  @BeforeAll
  static void useTheLibrarysOwnParser() {
    VeraGreenfieldFoundryProvider.initialise();
  }

  static List<Path> books() {
    return PaperBooks.all();
  }

  @ParameterizedTest
  @MethodSource("books")
  void conformsToPdfUa(Path book) throws Exception {
    try (InputStream in = Files.newInputStream(book);
        PDFAParser parser = Foundries.defaultInstance().createParser(in, PDFAFlavour.PDFUA_1);
        PDFAValidator validator =
            Foundries.defaultInstance()
                .createValidator(PDFAFlavour.PDFUA_1, 10, false, false, false)) {
      ValidationResult result = validator.validate(parser);

      assertThat(result.getTestAssertions())
          .filteredOn(assertion -> assertion.getStatus() == TestAssertion.Status.FAILED)
          .isEmpty();
      assertThat(result.isCompliant()).isTrue();
      assertThat(result.getTotalAssertions()).isGreaterThan(1000);
    }
  }
}
