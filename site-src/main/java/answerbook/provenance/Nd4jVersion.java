package answerbook.provenance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of ND4J on the class path, as its jar tells it. */
final class Nd4jVersion {
  private static final String FILE = "/META-INF/maven/org.nd4j/nd4j-api/pom.properties";

  private Nd4jVersion() {}

  static String read() {
    try (InputStream in = Nd4jVersion.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("the class path has no " + FILE);
      }
      Properties properties = new Properties();
      properties.load(in);
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
