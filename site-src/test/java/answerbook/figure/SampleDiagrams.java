package answerbook.figure;

import answerbook.api.Diagram;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Diagrams as the book has them. */
final class SampleDiagrams {
  private static final double[] W = {-0.3, 0.15};

  private SampleDiagrams() {}

  static Map<String, Diagram> all() {
    Map<String, Diagram> diagrams = new LinkedHashMap<>();
    diagrams.put("mlp-1", hiddenNode());
    diagrams.put("mlp-2", activated());
    diagrams.put("mlp-3", fullyConnected());
    diagrams.put("weighted", weighted());
    diagrams.put("dropout-1", dropoutLayer());
    diagrams.put("dropout-2", dropoutNetwork());
    diagrams.put("conv-3", convolution());
    diagrams.put("pooling-2", pooling());
    diagrams.put("resnet-1", residual(false));
    diagrams.put("resnet-1-down", residual(true));
    diagrams.put("activation-3", activations());
    diagrams.put("recurrent", recurrent());
    diagrams.put("mesh", mesh());
    diagrams.put("perceptron-down", weighted().vertical());
    diagrams.put("bottleneck", bottleneck());
    return diagrams;
  }

  static Diagram empty(String description) {
    return new Diagram(description, false, List.of(), List.of(), List.of());
  }

  private static Diagram perceptron() {
    return empty(
            "Inputs x1 and x2 enter H1 with weights −0.3 and 0.15; out1 and the bias 0.001 are added.")
        .column("inputs")
        .neuron("x1", "x_1")
        .neuron("x2", "x_2")
        .column("hidden")
        .neuron("h1", "H_1")
        .column("sum")
        .sum("sum")
        .bias("b", "B_1 = 0.001")
        .edge("x1", "h1", "w_1 = " + W[0])
        .edge("x2", "h1", "w_2 = " + W[1])
        .edge("h1", "sum", "out1")
        .edge("b", "sum");
  }

  static Diagram hiddenNode() {
    return perceptron();
  }

  static Diagram activated() {
    return perceptron()
        .column("activation")
        .activation("relu", "relu")
        .column("")
        .label("g", "g(x_1, x_2)")
        .edge("sum", "relu")
        .edge("relu", "g", "out2");
  }

  static Diagram fullyConnected() {
    return empty("Bias θ0 and inputs θ1, θ2 lead to H1, H2, H3, and those to γ1 and γ2.")
        .column("inputs")
        .bias("t0", "θ_0")
        .neuron("t1", "θ_1")
        .neuron("t2", "θ_2")
        .column("hidden")
        .neuron("h1", "H_1")
        .neuron("h2", "H_2")
        .neuron("h3", "H_3")
        .column("outputs")
        .neuron("g1", "γ_1")
        .neuron("g2", "γ_2")
        .dense(List.of("t0", "t1", "t2"), List.of("h1", "h2", "h3"))
        .dense(List.of("h1", "h2", "h3"), List.of("g1", "g2"));
  }

  static Diagram weighted() {
    Diagram diagram =
        empty("Two inputs, two hidden neurons, one output, all weights shown.")
            .column("")
            .neuron("x1", "x_1")
            .neuron("x2", "x_2")
            .column("")
            .neuron("h1", "h_1")
            .neuron("h2", "h_2")
            .column("")
            .neuron("y", "ŷ");
    for (int i = 1; i <= 2; i++) {
      for (int j = 1; j <= 2; j++) {
        diagram.edge("x" + i, "h" + j, "w_{" + i + j + "} = " + (i - j * 2 + 0.25));
      }
      diagram.edge("h" + i, "y", "v_" + i + " = 0.5");
    }
    return diagram;
  }

  static Diagram dropoutLayer() {
    return empty("A dropout layer: θ0, a dropped H and an H that stays.")
        .column("dropout")
        .bias("t0", "θ_0")
        .dropped("a", "H")
        .neuron("b", "H");
  }

  static Diagram dropoutNetwork() {
    return empty("Inputs θ1 and θ2 lead to the dropped H1 and H2, and those to γ1.")
        .column("")
        .neuron("t1", "θ_1")
        .neuron("t2", "θ_2")
        .column("")
        .dropped("h1", "H_1")
        .dropped("h2", "H_2")
        .column("")
        .neuron("g1", "γ_1")
        .dense(List.of("t1", "t2"), List.of("h1", "h2"))
        .dense(List.of("h1", "h2"), List.of("g1"));
  }

  static Diagram convolution() {
    return empty("A normalised column passes Conv2D, ReLU, MaxPool2D and FC and becomes a class.")
        .column("")
        .block("raw", "image")
        .column("input")
        .block("in", "7\n3\n-6\n⋮\n5")
        .column("")
        .block("conv", "Conv2D")
        .column("")
        .block("relu", "ReLU")
        .column("")
        .block("pool", "MaxPool2D")
        .column("")
        .block("fc", "FC")
        .column("")
        .label("class", "class")
        .edge("raw", "in", "normalise:\nmean 0.485, 0.456, 0.406\nstd 0.229, 0.224, 0.225")
        .edge("in", "conv")
        .edge("conv", "relu")
        .edge("relu", "pool")
        .edge("pool", "fc")
        .edge("fc", "class");
  }

  static Diagram pooling() {
    return empty("An input of shape (1, 3, 224, 224) passes four layers.")
        .vertical()
        .column("")
        .label("in", "(1, 3, 224, 224)")
        .column("")
        .block("conv", "Conv2d(3, 32)")
        .column("")
        .block("bn", "BatchNorm2d(32)")
        .column("")
        .block("p1", "MaxPool2d(2, 2)")
        .column("")
        .block("p2", "MaxPool2d(2, 2)")
        .edge("in", "conv")
        .edge("conv", "bn", "(1, 32, 224, 224)")
        .edge("bn", "p1")
        .edge("p1", "p2");
  }

  static Diagram residual(boolean vertical) {
    Diagram diagram =
        empty("x passes Hidden, marked F(x), and goes around it too; both meet at ⊕.")
            .column("")
            .label("x", "x")
            .column("")
            .block("h", "Hidden")
            .column("")
            .plus("plus")
            .column("")
            .open("out", "?")
            .edge("x", "h")
            .edge("h", "plus", "F(x)")
            .bypass("x", "plus", "?")
            .edge("plus", "out");
    return vertical ? diagram.vertical() : diagram;
  }

  static Diagram activations() {
    return empty(
            "x is multiplied by W(1), passes tanh, is multiplied by W(2), passes a linear activation.")
        .column("")
        .label("x", "x")
        .column("")
        .activation("a1", "tanh")
        .column("")
        .label("y1", "y^{(1)}")
        .column("")
        .activation("a2", "linear")
        .column("")
        .label("y2", "y^{(2)}")
        .edge("x", "a1", "W^{(1)}x")
        .edge("a1", "y1")
        .edge("y1", "a2", "W^{(2)}y^{(1)}")
        .edge("a2", "y2");
  }

  static Diagram recurrent() {
    return empty("A state that feeds back into itself.")
        .column("")
        .neuron("x", "x_t")
        .column("")
        .neuron("h", "h_t")
        .column("")
        .neuron("y", "y_t")
        .edge("x", "h", "U")
        .edge("h", "y", "V")
        .edge("h", "h", "W")
        .bypass("y", "x", "feedback")
        .bypass("x", "y", "skip");
  }

  static Diagram mesh() {
    Diagram diagram =
        empty("Three inputs, three hidden neurons, all weights shown.")
            .column("inputs")
            .neuron("x1", "0.5")
            .neuron("x2", "-1")
            .neuron("x3", "2")
            .column("hidden layer")
            .neuron("h1", "h_1")
            .neuron("h2", "h_2")
            .neuron("h3", "h_3")
            .column("softmax")
            .block("s", "softmax")
            .column("")
            .label("p", "p = (0.1, 0.2, 0.7)");
    for (int i = 1; i <= 3; i++) {
      for (int j = 1; j <= 3; j++) {
        diagram.edge("x" + i, "h" + j, String.valueOf((i * 3 - j * 2) / 4.0));
      }
      diagram.edge("h" + i, "s");
    }
    return diagram.edge("s", "p");
  }

  static Diagram bottleneck() {
    return empty("256 channels are squeezed to 32 and widened to 256 again.")
        .vertical()
        .column("input")
        .label("x", "256 × 28 × 28")
        .column("squeeze")
        .block("a", "1×1 conv, 32")
        .column("")
        .activation("r", "relu")
        .column("widen")
        .block("b", "1×1 conv, 256")
        .column("")
        .plus("p")
        .column("")
        .activation("s", "sigmoid")
        .edge("x", "a")
        .edge("a", "r", "32")
        .edge("r", "b")
        .edge("b", "p")
        .edge("p", "s")
        .bypass("x", "p", "identity");
  }
}
