package answerbook.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Folders with all that is in them. */
public final class FolderTree {
  private FolderTree() {}

  /**
   * Copies the files of a folder, if it is there, over those of another one.
   *
   * @throws IOException if a file can't be read or written
   */
  public static void copy(Path from, Path to) throws IOException {
    for (Path file : files(from)) {
      Path target = to.resolve(from.relativize(file).toString());
      Files.createDirectories(target.getParent());
      Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /**
   * Deletes a folder, if it is there; what vanishes meanwhile is no mistake.
   *
   * @throws IOException if something can't be deleted
   */
  public static void delete(Path folder) throws IOException {
    List<Path> folders = new ArrayList<>();
    List<Path> others = new ArrayList<>();
    Visitor visitor = (path, found) -> (found.isDirectory() ? folders : others).add(path);
    Files.walkFileTree(
        folder,
        new EachOne(visitor) {
          @Override
          public FileVisitResult visitFileFailed(Path path, IOException trouble)
              throws IOException {
            if (trouble instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE;
            }
            throw trouble;
          }
        });
    try {
      others.parallelStream().forEach(FolderTree::deleteFile);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    for (Path empty : folders) {
      Files.deleteIfExists(empty);
    }
  }

  private static void deleteFile(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes what is in a folder. */
  public interface Visitor {
    /**
     * Takes a file, a link that is not followed, or a folder after all that is in it.
     *
     * @param found what is known of it without a further look
     */
    void take(Path path, BasicFileAttributes found) throws IOException;
  }

  /**
   * Shows everything in a folder, which may be missing, and at last the folder itself.
   *
   * @throws IOException if something can't be listed, or what the visitor throws
   */
  public static void walk(Path folder, Visitor visitor) throws IOException {
    if (Files.exists(folder)) {
      Files.walkFileTree(folder, new EachOne(visitor));
    }
  }

  /** Regular files, and links to such. */
  public static List<Path> files(Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    walk(
        folder,
        (path, found) -> {
          if (found.isRegularFile() || (found.isSymbolicLink() && Files.isRegularFile(path))) {
            files.add(path);
          }
        });
    return files;
  }

  private static class EachOne extends SimpleFileVisitor<Path> {
    private final Visitor visitor;
    private final Map<Path, BasicFileAttributes> open = new HashMap<>();

    EachOne(Visitor visitor) {
      this.visitor = visitor;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes found) {
      open.put(folder, found);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes found) throws IOException {
      visitor.take(file, found);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException trouble) throws IOException {
      if (trouble != null) {
        throw trouble;
      }
      visitor.take(folder, open.remove(folder));
      return FileVisitResult.CONTINUE;
    }
  }
}
