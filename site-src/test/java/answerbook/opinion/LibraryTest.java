package answerbook.opinion;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which libraries a listing names. */
final class LibraryTest {
  @Test
  void everyWayToImportIsSeen() {
    String text =
        """
        import os, numpy as np
        import torch.nn as nn
        from sklearn.datasets import load_iris
            import scipy.stats  # not at the top
        """;

    assertThat(Library.usedBy(text, Language.PYTHON))
        .containsExactly(Library.NUMPY, Library.SCIPY, Library.SCIKIT_LEARN, Library.PYTORCH);
  }

  @Test
  void namesInOtherPlacesDoNotCount() {
    String text = "# import numpy\nimport torchvision\nx = 'from scipy'\nimport re  # torch\n";

    assertThat(Library.usedBy(text, Language.PYTHON)).containsExactly(Library.TORCHVISION);
    assertThat(Library.usedBy("#include <torchlight.h>\n", Language.CPP)).isEmpty();
    assertThat(Library.usedBy("#include <torch/script.h>\n", Language.CPP))
        .containsExactly(Library.LIBTORCH);
  }
}
