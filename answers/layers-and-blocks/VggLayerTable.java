import static answerbook.api.Snippet.check;
import static answerbook.api.Snippet.plot;
import static answerbook.api.Snippet.show;
import static answerbook.api.Snippet.table;

import answerbook.api.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Conv2DConfig;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.PaddingMode;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Pooling2DConfig;
import org.nd4j.linalg.factory.Nd4j;

public class VggLayerTable {
  /** The filters of each convolution; a pooling ends each stage. */
  static final int[][] STAGES = {{64}, {128}, {256, 256}, {512, 512}, {512, 512}};

  // @start region="count"
  record Layer(String name, int outputs, long parameters, long products) {}

  static Layer convolution(
      String name, int channels, int filters, int side) {
    long weights = 3L * 3 * channels * filters;
    long positions = (long) side * side;
    return new Layer(name, filters, weights + filters, weights * positions);
  }

  static Layer fullyConnected(String name, int inputs, int outputs) {
    long weights = (long) inputs * outputs;
    return new Layer(name, outputs, weights + outputs, weights);
  }
  // @end

  public static void main(String[] args) {
    List<Layer> convolutions = new ArrayList<>();
    int side = 224;
    int channels = 3;
    int doublings = 0;
    for (int stage = 0; stage < STAGES.length; stage++) {
      doublings += stage > 0 && STAGES[stage][0] == 2 * channels ? 1 : 0;
      for (int i = 0; i < STAGES[stage].length; i++) {
        String name = "conv" + (stage + 1) + "_" + (i + 1);
        convolutions.add(convolution(name, channels, STAGES[stage][i], side));
        channels = STAGES[stage][i];
      }
      side /= 2;
    }
    int fc6Inputs = channels * side * side;
    List<Layer> layers = new ArrayList<>(convolutions);
    layers.add(fullyConnected("fc6", fc6Inputs, 4096));
    layers.add(fullyConnected("fc7", 4096, 4096));
    layers.add(fullyConnected("output", 4096, 1000));

    show("convolutions", convolutions.size());
    show("weightLayers", layers.size());
    show("poolings", STAGES.length);
    show("reduction", 224 / side);
    show("firstChannels", convolutions.get(0).outputs());
    show("lastChannels", channels);
    show("doublings", doublings);
    show("lastSide", side);
    show("fc6Inputs", fc6Inputs);
    summarise(convolutions, layers);

    long convolutionParameters = sum(convolutions, Layer::parameters);
    check("ND4J's arrays for the same convolutions have as many elements",
        runConvolutions() == convolutionParameters);
    check("in millions, the parameters are as many as the paper's table says for VGG11",
        Math.round(sum(layers, Layer::parameters) / 1e6) == 133);
  }

  private static void summarise(List<Layer> convolutions, List<Layer> layers) {
    long parameters = sum(layers, Layer::parameters);
    long products = sum(layers, Layer::products);
    show("parameters", parameters);
    show("convolutionParameters", sum(convolutions, Layer::parameters));
    show("gigaProducts", products / 1e9);
    show("convolutionParameterShare", 100.0 * sum(convolutions, Layer::parameters) / parameters);
    show("convolutionProductShare", 100.0 * sum(convolutions, Layer::products) / products);

    Table table = table("layers").column("layer").column("filters").column("parameters")
        .column("in %", "%.1f").column("products in %", "%.1f");
    double[] parameterShares = new double[layers.size()];
    double[] productShares = new double[layers.size()];
    for (int i = 0; i < layers.size(); i++) {
      Layer layer = layers.get(i);
      parameterShares[i] = 100.0 * layer.parameters() / parameters;
      productShares[i] = 100.0 * layer.products() / products;
      table.row("`" + layer.name() + "`", layer.outputs(), layer.parameters(),
          parameterShares[i], productShares[i]);
    }
    show("fc6ParameterShare", parameterShares[convolutions.size()]);
    List<String> names = layers.stream().map(layer -> layer.name().replace('_', '-')).toList();
    plot("shares", "Bars for the eleven layers. The convolutions have next to no parameters and "
        + "nearly all multiplications; fc6 has three quarters of the parameters and next to no "
        + "multiplications.")
        .x("layer").y("share of the network's total / %")
        .bars("parameters", names, parameterShares)
        .bars("multiplications", names, productShares);
  }

  private static long sum(List<Layer> layers, ToLongFunction<Layer> what) {
    return layers.stream().mapToLong(what).sum();
  }

  /** Runs the convolutions and poolings on a small image; returns how many parameters they took. */
  private static long runConvolutions() {
    Conv2DConfig threeByThree = Conv2DConfig.builder().kH(3).kW(3).sH(1).sW(1).pH(1).pW(1)
        .dH(1).dW(1).paddingMode(PaddingMode.VALID).dataFormat("NCHW").build();
    Pooling2DConfig halve = Pooling2DConfig.builder().kH(2).kW(2).sH(2).sW(2).pH(0).pW(0)
        .dH(1).dW(1).paddingMode(PaddingMode.VALID).build();
    Conv2DConfig unpadded = Conv2DConfig.builder().kH(3).kW(3).sH(1).sW(1).pH(0).pW(0)
        .dH(1).dW(1).paddingMode(PaddingMode.VALID).dataFormat("NCHW").build();
    INDArray x = Nd4j.ones(DataType.FLOAT, 1, 3, 32, 32);
    long parameters = 0;
    boolean countsProducts = true;
    for (int[] stage : STAGES) {
      for (int filters : stage) {
        int channels = (int) x.size(1);
        int side = (int) x.size(2);
        INDArray weights = Nd4j.ones(DataType.FLOAT, 3, 3, channels, filters);
        // Each product of two ones adds one to the sum, those with the padding included.
        INDArray padded = Nd4j.ones(DataType.FLOAT, 1, channels, side + 2, side + 2);
        INDArray products = Nd4j.cnn().conv2d(padded, weights, unpadded);
        countsProducts &= products.castTo(DataType.DOUBLE).sumNumber().longValue()
            == convolution("", channels, filters, side).products();
        INDArray bias = Nd4j.zeros(DataType.FLOAT, filters);
        x = Nd4j.nn().relu(Nd4j.cnn().conv2d(x, weights, bias, threeByThree), 0);
        parameters += weights.length() + bias.length();
      }
      x = Nd4j.cnn().maxPooling2d(x, halve);
    }
    check("convolutions of ones add up to the number of multiplications, for every convolution",
        countsProducts);
    check("five poolings bring 32 pixels down to one", x.size(2) == 1 && x.size(3) == 1);
    return parameters;
  }
}
