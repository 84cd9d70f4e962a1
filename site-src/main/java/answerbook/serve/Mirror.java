package answerbook.serve;

import answerbook.store.FolderTree;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * A copy of the folders that authors write, from which the preview is built. It changes only
 * between builds, so that a build sees one state of every file, however fast they change meanwhile.
 */
public final class Mirror {
  /** Within this time after its last change, a file may change again and look untouched. */
  private static final long SETTLED_MILLIS = 3_000;

  /** What is known of a file. A settled one is read again only if its size, time or key changes. */
  private record Known(long size, FileTime time, Object key, boolean settled, byte[] content) {
    boolean isOf(BasicFileAttributes attributes) {
      return settled
          && size == attributes.size()
          && time.equals(attributes.lastModifiedTime())
          && String.valueOf(key).equals(String.valueOf(attributes.fileKey()));
    }
  }

  /** What is there now: files and folders by their names from the root. */
  private record Tree(TreeMap<String, Known> files, TreeSet<String> folders) {
    Tree() {
      this(new TreeMap<>(), new TreeSet<>());
    }
  }

  private final Path source;
  private final Path copy;
  private final List<String> watched;
  private Tree tree = new Tree();

  /**
   * @param source the book's root
   * @param copy a folder of the mirror's own; what is in it is deleted
   * @param watched folders and files in {@code source}, which needn't exist
   */
  public Mirror(Path source, Path copy, List<String> watched) throws IOException {
    this.source = source;
    this.copy = copy;
    this.watched = List.copyOf(watched);
    FolderTree.delete(copy);
    Files.createDirectories(copy);
  }

  /** Where the copy is. */
  public Path root() {
    return copy;
  }

  /**
   * Makes the copy what the folders are now.
   *
   * @param thorough whether the content of every file is compared, whatever its time says
   * @param onFolder is told each folder before what is in it is looked at
   * @return the names of files and folders that are new, different or gone
   */
  public Set<String> sync(boolean thorough, Consumer<Path> onFolder) throws IOException {
    Tree now = new Tree();
    for (String folder : watched) {
      if (Files.exists(source.resolve(folder))) {
        Files.walkFileTree(source.resolve(folder), new Look(now, thorough, onFolder));
      }
    }
    Set<String> changed = new TreeSet<>();
    remove(now, changed);
    for (String folder : now.folders()) {
      if (!tree.folders().contains(folder)) {
        Files.createDirectories(copy.resolve(folder));
        changed.add(folder);
      }
    }
    for (var file : now.files().entrySet()) {
      Known before = tree.files().get(file.getKey());
      if (before == null || !Arrays.equals(before.content(), file.getValue().content())) {
        Files.createDirectories(copy.resolve(file.getKey()).getParent());
        Files.write(copy.resolve(file.getKey()), file.getValue().content());
        changed.add(file.getKey());
      }
    }
    tree = now;
    return changed;
  }

  /** Deletes what is gone, the inner folders before the outer ones. */
  private void remove(Tree now, Set<String> changed) throws IOException {
    for (String file : tree.files().keySet()) {
      if (!now.files().containsKey(file)) {
        Files.deleteIfExists(copy.resolve(file));
        changed.add(file);
      }
    }
    for (String folder : tree.folders().descendingSet()) {
      if (!now.folders().contains(folder)) {
        Files.deleteIfExists(copy.resolve(folder));
        changed.add(folder);
      }
    }
  }

  /** Looks at all files of a folder; those that vanish meanwhile are not there. */
  private final class Look extends SimpleFileVisitor<Path> {
    private final Tree now;
    private final boolean thorough;
    private final Consumer<Path> onFolder;

    Look(Tree now, boolean thorough, Consumer<Path> onFolder) {
      this.now = now;
      this.thorough = thorough;
      this.onFolder = onFolder;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      onFolder.accept(folder);
      now.folders().add(name(folder));
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes found) throws IOException {
      String name = name(file);
      try {
        BasicFileAttributes attributes =
            found.isSymbolicLink() ? Files.readAttributes(file, BasicFileAttributes.class) : found;
        Known before = tree.files().get(name);
        boolean same = before != null && !thorough && before.isOf(attributes);
        if (same || attributes.isRegularFile()) {
          now.files().put(name, same ? before : read(file, attributes));
        }
      } catch (NoSuchFileException vanished) {
        // As if it had never been there; if it comes back, so does a look at it.
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
      if (e instanceof NoSuchFileException) {
        return FileVisitResult.CONTINUE;
      }
      throw e;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException e) {
      return FileVisitResult.CONTINUE;
    }

    private Known read(Path file, BasicFileAttributes attributes) throws IOException {
      long age = System.currentTimeMillis() - attributes.lastModifiedTime().toMillis();
      return new Known(
          attributes.size(),
          attributes.lastModifiedTime(),
          attributes.fileKey(),
          age > SETTLED_MILLIS,
          Files.readAllBytes(file));
    }

    private String name(Path path) {
      return source.relativize(path).toString().replace('\\', '/');
    }
  }
}
