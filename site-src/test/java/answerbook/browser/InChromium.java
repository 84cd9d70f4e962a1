package answerbook.browser;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Optional;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Tests that take a {@link Browser}. All of a JVM share one, since starting it takes seconds; each
 * class finds it as if it were new. Where none is installed they are skipped, or fail if {@code
 * -Dbrowser=required}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(InChromium.Sharing.class)
@interface InChromium {
  /** Starts the browser when the first test wants it, and ends it after the last. */
  final class Sharing implements BeforeAllCallback, ParameterResolver {
    private static final ExtensionContext.Namespace OURS =
        ExtensionContext.Namespace.create(InChromium.class);
    private static final String ABSENT =
        "Tests in a browser are skipped: no Chromium and chromedriver of one version on the PATH.";

    @Override
    public void beforeAll(ExtensionContext context) {
      boolean there = shared(context).isPresent();
      if (!there && System.getProperty("browser", "").equals("required")) {
        fail(ABSENT.replace("are skipped", "are required"));
      }
      assumeTrue(there, ABSENT);
      shared(context).orElseThrow().forget();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == Browser.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return shared(context).orElseThrow();
    }

    /** Maven runs one class after the other: the root of tests is another one for each. */
    private static Optional<Browser> shared(ExtensionContext context) {
      return context
          .getStore(StoreScope.LAUNCHER_SESSION, OURS)
          .computeIfAbsent(Shared.class, key -> new Shared(), Shared.class)
          .browser;
    }
  }

  /** What the store holds, and closes at the end. */
  final class Shared implements AutoCloseable {
    private final Optional<Browser> browser = Installation.find().map(Browser::start);

    Shared() {
      if (browser.isEmpty()) {
        System.out.println(Sharing.ABSENT);
      }
    }

    @Override
    public void close() {
      browser.ifPresent(Browser::close);
    }
  }
}
