package answerbook.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/**
 * The last published site as a source of files for the next. Of each file is known of which inputs
 * it was made, and the sum of its content: where the inputs are the same and the content is
 * untouched, the file is taken instead of being made again. A list that is damaged counts as empty.
 */
public final class LastSite {
  /**
   * A file of the last site.
   *
   * @param inputs name all that it was made of; empty if nothing is known to do so
   * @param sum of its content
   */
  private record Known(String inputs, String sum) {}

  private final Path site;
  private final Path next;
  private final Path list;
  private final Map<String, Known> known = new HashMap<>();
  private final Future<Map<String, String>> present;
  private final Map<String, String> inputs = new HashMap<>();
  private final Map<String, String> sums = new HashMap<>();
  private final Set<Path> folders = new HashSet<>();

  /**
   * @param site the published site
   * @param next the folder in which the next one is made
   * @param list the file that tells how the files of the site were made
   */
  public LastSite(Path site, Path next, Path list) {
    this.site = site;
    this.next = next;
    this.list = list;
    read();
    this.present =
        known.isEmpty()
            ? CompletableFuture.completedFuture(Map.of())
            : CompletableFuture.supplyAsync(this::present);
  }

  /** What the files of the site are now; summed up while the book is still being read. */
  private Map<String, String> present() {
    return known.keySet().parallelStream()
        .collect(Collectors.toConcurrentMap(address -> address, this::presentSum));
  }

  private String presentSum(String address) {
    try {
      return sum(site.resolve(address));
    } catch (IOException e) {
      return ""; // Whatever is wrong with the file, or if it isn't there: it is made anew.
    }
  }

  /** No site: every file of the next is made. */
  public static LastSite none(Path next) {
    return new LastSite(next, next, next.resolve("no-list"));
  }

  /** Whether there is none, so that nothing can be taken. */
  public boolean isNone() {
    return site.equals(next);
  }

  /** The folder of the next site. */
  public Path next() {
    return next;
  }

  /** Takes a file, if it was made of the same inputs; returns whether it did. */
  public synchronized boolean take(String address, String from) throws IOException {
    Known file = known.get(address);
    Path old = site.resolve(address);
    if (file == null || !file.inputs().equals(from) || !file.sum().equals(sumNow(address))) {
      return false;
    }
    Path now = next.resolve(address);
    if (folders.add(now.getParent())) {
      Files.createDirectories(now.getParent());
    }
    link(old, now);
    note(address, from);
    sums.put(address, file.sum());
    return true;
  }

  private String sumNow(String address) {
    try {
      return present.get().get(address);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the last site was summed up", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the last site could not be summed up", e);
    }
  }

  /** The addresses of files that were taken. */
  public synchronized Set<String> taken() {
    return Set.copyOf(sums.keySet());
  }

  /** The addresses of all files of the last site, as far as is known. */
  public Set<String> addresses() {
    return Collections.unmodifiableSet(known.keySet());
  }

  /** A file of the last site; empty if it is no longer as it was made. */
  public Optional<Path> before(String address) {
    Known file = known.get(address);
    return file != null && file.sum().equals(sumNow(address))
        ? Optional.of(site.resolve(address))
        : Optional.empty();
  }

  /** Takes all files that were made of the same inputs, or none; returns whether it did. */
  public synchronized boolean takeAll(String from) throws IOException {
    List<String> addresses =
        known.keySet().stream().filter(each -> known.get(each).inputs().equals(from)).toList();
    boolean complete = !addresses.isEmpty();
    for (String address : addresses) {
      complete = complete && take(address, from);
    }
    if (!complete) {
      for (String address : addresses) {
        forget(address);
      }
    }
    return complete;
  }

  /** Notes what a file is made of. */
  public synchronized void note(String address, String from) {
    inputs.put(address, from);
  }

  /** Notes what all files of a folder are made of. */
  public synchronized void noteAll(String folder, String from) throws IOException {
    for (Path file : FolderTree.files(next.resolve(folder))) {
      note(address(next, file), from);
    }
  }

  /** Removes a file that was taken, so that another may be written in its place. */
  public synchronized void forget(String address) throws IOException {
    inputs.remove(address);
    sums.remove(address);
    Files.deleteIfExists(next.resolve(address));
  }

  /** The sums of all files of the next site as it is now, by their addresses. */
  public synchronized Map<String, String> sums() throws IOException {
    Map<String, String> all = new TreeMap<>(sums);
    List<Path> unknown =
        FolderTree.files(next).stream()
            .filter(file -> !sums.containsKey(address(next, file)))
            .toList();
    try {
      all.putAll(
          unknown.parallelStream()
              .collect(Collectors.toConcurrentMap(file -> address(next, file), LastSite::whole)));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return all;
  }

  /** The sums of all files of a site. */
  public static Map<String, String> sumsOf(Path folder) throws IOException {
    return none(folder).sums();
  }

  /** Keeps how the next site was made, of which {@link #sums} has told, once it is published. */
  public synchronized void save(Map<String, String> all) throws IOException {
    StringBuilder text = new StringBuilder();
    all.forEach(
        (address, sum) ->
            text.append(sum)
                .append('\t')
                .append(inputs.getOrDefault(address, ""))
                .append('\t')
                .append(address)
                .append('\n'));
    Path draft = list.resolveSibling(list.getFileName() + ".tmp");
    Files.writeString(draft, text.toString() + ContentSum.of(text.toString()) + "\n");
    Files.move(draft, list, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  private void read() {
    try {
      String text = Files.exists(list) ? Files.readString(list) : "";
      int end = text.lastIndexOf('\n', text.length() - 2) + 1;
      String lines = text.substring(0, end);
      if (text.isEmpty() || !text.substring(end).equals(ContentSum.of(lines) + "\n")) {
        return;
      }
      for (String line : lines.split("\n")) {
        String[] parts = line.split("\t", 3);
        if (parts.length < 3) {
          known.clear(); // An address with the end of a line in it.
          return;
        }
        known.put(parts[2], new Known(parts[1], parts[0]));
      }
    } catch (IOException e) {
      known.clear();
    }
  }

  /** The same file in both sites takes no room; where that can't be, it is copied. */
  private static void link(Path old, Path now) throws IOException {
    try {
      Files.createLink(now, old);
    } catch (IOException | UnsupportedOperationException e) {
      Files.copy(old, now, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static String whole(Path file) {
    try {
      return sum(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sum(Path file) throws IOException {
    ContentSum sum = new ContentSum();
    sum.bytes(Files.readAllBytes(file));
    return sum.toString();
  }

  private static String address(Path folder, Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }
}
