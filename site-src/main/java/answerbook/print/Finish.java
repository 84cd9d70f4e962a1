package answerbook.print;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;

/** Takes from a PDF what depends on the clock and on chance: the same book gives the same bytes. */
final class Finish {
  /** The date that every PDF has; the site says elsewhere when it was built. */
  private static final int YEAR = 2026;

  private static final String DATE = "2026-01-01T00:00:00Z";
  private static final long ID = 1;

  private final PDDocument pdf;

  Finish(PDDocument pdf) {
    this.pdf = pdf;
  }

  void apply() throws IOException {
    pdf.setDocumentId(ID);
    Calendar date = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
    date.clear();
    date.set(YEAR, Calendar.JANUARY, 1);
    PDDocumentInformation information = pdf.getDocumentInformation();
    information.setCreationDate(date);
    information.setModificationDate(date);
    PDMetadata metadata = pdf.getDocumentCatalog().getMetadata();
    String xmp = new String(metadata.toByteArray(), StandardCharsets.UTF_8);
    String dated =
        xmp.replaceAll("(CreateDate|ModifyDate|MetadataDate)>[^<]*<", "$1>" + DATE + "<");
    metadata.importXMPMetadata(dated.getBytes(StandardCharsets.UTF_8));
  }
}
