package answerbook.markdown;

import answerbook.api.ElementType;
import answerbook.api.Result;
import answerbook.api.Tensor;
import answerbook.content.Located;
import answerbook.content.Question.Ask;
import answerbook.markdown.RenderedQuestion.Asked;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Looks up the numbers that a question asks for. */
final class AskedNumbers {
  private final Programs programs;
  private final Place place;

  /**
   * @param place the file of the question, whose front matter asks
   */
  AskedNumbers(Programs programs, Place place) {
    this.programs = programs;
    this.place = place;
  }

  /**
   * The numbers; what is no number, or isn't there, is reported.
   *
   * @param labels renders a label
   */
  List<Asked> of(List<Ask> asks, Function<Located, String> labels) {
    List<Asked> numbers = new ArrayList<>();
    for (Ask ask : asks) {
      try {
        numbers.add(asked(ask, labels.apply(ask.label())));
      } catch (MistakeException e) {
        e.report(place, ask.value().offset());
      }
    }
    return numbers;
  }

  private Asked asked(Ask ask, String label) throws MistakeException {
    String text = ask.value().text();
    ValueReference reference = ValueReference.parse(text);
    if (reference == null) {
      throw new MistakeException(
          "'" + text + "' refers to no value", "write the name of a value, as out1 or h[0]");
    }
    Result result = programs.result(reference.program(), reference.name());
    if (!(result instanceof Tensor tensor) || tensor.type() == ElementType.BOOLEAN) {
      throw new MistakeException("'" + text + "' is no number", "only a number can be typed");
    }
    if (tensor.rank() > 0 && reference.index().length == 0) {
      throw new MistakeException(
          "'" + text + "' has the shape " + Arrays.toString(tensor.shape()),
          "pick one number of it, as " + text + "[" + "0, ".repeat(tensor.rank() - 1) + "0]");
    }
    String written = programs.value(text, Notation.PLAIN);
    double value = tensor.values()[position(tensor, reference.index())];
    if (!Double.isFinite(value)) {
      throw new MistakeException(
          "'" + text + "' is " + written, "only a finite number can be typed");
    }
    return new Asked(label, value, tensor.tolerance(), written);
  }

  /** Where an element stands in row-major order; writing it has shown that there is one. */
  private static int position(Tensor tensor, int[] index) {
    int position = 0;
    for (int axis = 0; axis < index.length; axis++) {
      position = position * tensor.shape()[axis] + index[axis];
    }
    return position;
  }
}
