package answerbook.opinion;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * How second opinions are got.
 *
 * @param root the book's root
 * @param cache where compiled programs are kept
 * @param mode whether programs are run
 * @param recording whether what they print now becomes the evidence
 * @param python the interpreter
 * @param compiler the C++ compiler
 * @param limits what a program, or its compilation, may take
 */
public record OpinionSettings(
    Path root,
    Path cache,
    Mode mode,
    boolean recording,
    String python,
    String compiler,
    Limits limits) {

  /** Whether programs are run. */
  public enum Mode {
    /** None is; the evidence is all there is. */
    OFF,
    /** Those are whose language and libraries are installed; the others are named. */
    INSTALLED,
    /** All are; what is not installed is a mistake. */
    REQUIRED;

    /** The mode by the value of {@code -Dsecond-opinions}: true, required, or anything else. */
    public static Mode of(String value) {
      return switch (value) {
        case "required" -> REQUIRED;
        case "true", "" -> INSTALLED;
        case "false" -> OFF;
        default ->
            throw new IllegalArgumentException(
                "-Dsecond-opinions is true, false or required, not '" + value + "'");
      };
    }
  }

  /**
   * Limits of one process.
   *
   * @param time after which it is ended
   * @param megabytes of address space; a PyTorch program that builds VGG11 takes 1300
   */
  public record Limits(Duration time, int megabytes) {}

  /** The usual settings: nothing is run; Debian's interpreter; 90 seconds, 4 GB. */
  public static OpinionSettings of(Path root) {
    return new OpinionSettings(
        root,
        root.resolve("target/opinions"),
        Mode.OFF,
        false,
        "/usr/bin/python3",
        "/usr/bin/g++",
        new Limits(Duration.ofSeconds(90), 4096));
  }

  public OpinionSettings root(Path newRoot) {
    return new OpinionSettings(newRoot, cache, mode, recording, python, compiler, limits);
  }

  public OpinionSettings mode(Mode newMode) {
    return new OpinionSettings(root, cache, newMode, recording, python, compiler, limits);
  }

  public OpinionSettings recording(boolean now) {
    return new OpinionSettings(root, cache, mode, now, python, compiler, limits);
  }

  public OpinionSettings python(String newPython) {
    return new OpinionSettings(root, cache, mode, recording, newPython, compiler, limits);
  }

  public OpinionSettings compiler(String newCompiler) {
    return new OpinionSettings(root, cache, mode, recording, python, newCompiler, limits);
  }

  public OpinionSettings limits(Limits newLimits) {
    return new OpinionSettings(root, cache, mode, recording, python, compiler, newLimits);
  }

  /** The date that evidence gets when it is recorded. */
  static LocalDate today() {
    return LocalDate.now(ZoneOffset.UTC);
  }
}
