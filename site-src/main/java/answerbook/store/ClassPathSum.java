package answerbook.store;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Names the program that is running: what was made by it may be used again by the very same one. Of
 * libraries names and sizes count, since their names hold their versions; the generator's own
 * classes count by their content, and so does the JDK.
 */
public final class ClassPathSum {
  /** Neither changes while a process runs. */
  private static String known;

  private ClassPathSum() {}

  /** The sum of this process. */
  public static synchronized String get() {
    if (known == null) {
      ContentSum sum = new ContentSum();
      sum.text(System.getProperty("java.vm.name") + System.getProperty("java.vm.version"));
      try {
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
          add(sum, Path.of(entry));
        }
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read the class path", e);
      }
      known = sum.toString();
    }
    return known;
  }

  private static void add(ContentSum sum, Path entry) throws IOException {
    if (Files.isDirectory(entry)) {
      sum.tree(entry);
    } else if (Files.exists(entry)) {
      long size = Files.size(entry);
      sum.text(entry.getFileName() + " " + size);
      if (ClassPath.isOwnJar(entry)) {
        sum.bytes(Files.readAllBytes(entry));
      }
    }
  }
}
