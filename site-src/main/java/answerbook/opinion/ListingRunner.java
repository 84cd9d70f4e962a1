package answerbook.opinion;

import answerbook.diagnostic.Diagnostics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Runs programs of one language. */
interface ListingRunner {
  /**
   * What {@code listing} needs that is not installed, such as {@code PyTorch}; empty if nothing.
   */
  Optional<String> missing(Listing listing);

  /** The versions of what {@code listing} runs on, by name, the language first. */
  Map<String, String> versions(Listing listing);

  /**
   * Runs a listing whose needs are met; a failure is one mistake in its place.
   *
   * @param folder an empty folder for whatever comes up
   * @return what it printed; empty if it failed
   */
  Optional<String> run(Listing listing, Path folder, Diagnostics diagnostics) throws IOException;
}
