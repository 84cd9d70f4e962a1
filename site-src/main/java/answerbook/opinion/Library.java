package answerbook.opinion;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** A library that questions ask for. */
enum Library {
  NUMPY("NumPy", "numpy", Language.PYTHON),
  SCIPY("SciPy", "scipy", Language.PYTHON),
  SCIKIT_LEARN("scikit-learn", "sklearn", Language.PYTHON),
  PYTORCH("PyTorch", "torch", Language.PYTHON),
  TORCHVISION("torchvision", "torchvision", Language.PYTHON),
  LIBTORCH("LibTorch", "torch", Language.CPP);

  private final String title;
  private final String module;
  private final Language language;
  private final Pattern use;

  Library(String title, String module, Language language) {
    this.title = title;
    this.module = module;
    this.language = language;
    this.use =
        Pattern.compile(
            language == Language.CPP
                ? "(?m)^\\s*#include\\s*<" + module + "/"
                : "(?m)^\\s*(?:from\\s+" + module + "\\b|import\\s[^#\\n]*\\b" + module + "\\b)");
  }

  /** The libraries that a program names itself, whatever these load in turn. */
  static List<Library> usedBy(String text, Language language) {
    return Arrays.stream(values())
        .filter(library -> library.language == language && library.use.matcher(text).find())
        .toList();
  }

  Language language() {
    return language;
  }

  /** What people call it. */
  String title() {
    return title;
  }

  /** The name by which programs import it. */
  String module() {
    return module;
  }
}
