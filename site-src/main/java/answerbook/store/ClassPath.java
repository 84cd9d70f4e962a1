package answerbook.store;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The class path of this process. */
public final class ClassPath {
  /** The inside of the jar of the generator's own classes, once it was looked into. */
  private static FileSystem inside;

  private ClassPath() {}

  /**
   * Its entries: jars of libraries as files, folders of classes as folders; and so is a jar of the
   * generator's own classes, whose name and size tell nothing of what is in it.
   */
  public static List<Path> entries() {
    List<Path> entries = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      Path path = Path.of(entry);
      entries.add(isOwnJar(path) ? inside(path) : path);
    }
    return entries;
  }

  /** Whether an entry is a jar of the generator's own classes. */
  static boolean isOwnJar(Path entry) {
    try {
      Path own =
          Path.of(ClassPath.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return Files.isRegularFile(entry) && own.equals(entry.toAbsolutePath().normalize());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static synchronized Path inside(Path jar) {
    try {
      if (inside == null) {
        inside = FileSystems.newFileSystem(jar);
      }
      return inside.getPath("/");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + jar, e);
    }
  }
}
