import static answerbook.api.Snippet.*;

import org.nd4j.evaluation.classification.Evaluation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** What a confusion matrix of a rare class says, and what the trivial classifier gets. */
public class ConfusionMatrix {
  public static void main(String[] args) {
    // @start region="cells"
    // Rows: actual P, N. Columns: predicted P, N.
    int[][] matrix = {{12, 7}, {24, 1009}};
    int tp = matrix[0][0];
    int fn = matrix[0][1];
    int fp = matrix[1][0];
    int tn = matrix[1][1];
    // @end
    table("matrix")
        .column("")
        .column("predicted P")
        .column("predicted N")
        .row("actual P (malfunctioning)", tp, fn)
        .row("actual N (functioning)", fp, tn);
    table("named")
        .column("")
        .column("predicted P")
        .column("predicted N")
        .column("sum")
        .row("actual P", "TP = " + tp, "FN = " + fn, tp + fn)
        .row("actual N", "FP = " + fp, "TN = " + tn, fp + tn)
        .row("sum", tp + fp, fn + tn, tp + fn + fp + tn);

    // @start region="metrics"
    int positives = tp + fn;
    int negatives = fp + tn;
    int all = positives + negatives;
    double accuracy = (double) (tp + tn) / all;
    double precision = (double) tp / (tp + fp);
    double recall = (double) tp / positives;
    double specificity = (double) tn / negatives;
    double f1 = 2 * precision * recall / (precision + recall);
    // @end
    show("tp", tp);
    show("fn", fn);
    show("fp", fp);
    show("tn", tn);
    show("positives", positives);
    show("all", all);
    show("right", tp + tn);
    show("alarms", tp + fp);
    show("accuracy", accuracy);
    show("precision", precision);
    show("recall", recall);
    show("specificity", specificity);
    show("f1", f1);
    show("majorityPrecision", (double) tn / (tn + fn));
    show("share", 100.0 * positives / all);
    double balanced = (recall + specificity) / 2;

    // The same from 1052 single predictions, counted by ND4J. Its class 0 is "functioning".
    INDArray labels = Nd4j.zeros(all, 2);
    INDArray predictions = Nd4j.zeros(all, 2);
    int row = 0;
    for (int actual = 0; actual < 2; actual++) {
      for (int predicted = 0; predicted < 2; predicted++) {
        for (int i = 0; i < matrix[actual][predicted]; i++) {
          labels.putScalar(row, 1 - actual, 1);
          predictions.putScalar(row, 1 - predicted, 1);
          row++;
        }
      }
    }
    Evaluation evaluation = new Evaluation(2);
    evaluation.eval(labels, predictions);
    check(
        "accuracy, difference from ND4J's:",
        Math.abs(evaluation.accuracy() - accuracy),
        below(1e-9));
    check(
        "precision, difference from ND4J's:",
        Math.abs(evaluation.precision(1) - precision),
        below(1e-9));
    check("recall, difference from ND4J's:", Math.abs(evaluation.recall(1) - recall), below(1e-9));
    check(
        "specificity, difference from ND4J's:",
        Math.abs(evaluation.recall(0) - specificity),
        below(1e-9));
    check("F1, difference from ND4J's:", Math.abs(evaluation.f1(1) - f1), below(1e-9));
    double counts = 2.0 * tp / (2 * tp + fp + fn);
    check(
        "harmonic mean, difference from 2TP / (2TP + FP + FN):",
        Math.abs(counts - f1),
        below(1e-12));

    double trivial = (double) negatives / all;
    show("trivial", trivial);
    show("trivialErrors", positives);
    show("errors", fp + fn);
    double alwaysPrecision = (double) positives / all;
    double alwaysF1 = 2.0 * positives / (2 * positives + negatives);
    check("accuracy puts always N above the model", trivial > accuracy);
    check(
        "precision and F1 put the model above always P",
        precision > alwaysPrecision && f1 > alwaysF1);
    table("comparison")
        .column("classifier")
        .column("accuracy", "%.4f")
        .column("precision", "%.4f")
        .column("recall", "%.4f")
        .column("specificity", "%.4f")
        .column("F1", "%.4f")
        .column("balanced", "%.4f")
        .row("the model", accuracy, precision, recall, specificity, f1, balanced)
        .row("always N", trivial, "0/0", 0.0, 1.0, 0.0, 0.5)
        .row(
            "always P",
            alwaysPrecision,
            alwaysPrecision,
            1.0,
            0.0,
            alwaysF1,
            0.5);

    // Wilson's 95 % intervals.
    double z = 1.959963984540054;
    double[] recallInterval = wilson(tp, positives, z);
    double[] precisionInterval = wilson(tp, tp + fp, z);
    show("recallInterval", recallInterval);
    show("precisionInterval", precisionInterval);
    double worst = 0;
    for (double p : recallInterval) {
      worst = Math.max(worst, Math.abs(deviations(tp, positives, p) - z));
    }
    for (double p : precisionInterval) {
      worst = Math.max(worst, Math.abs(deviations(tp, tp + fp, p) - z));
    }
    check(
        "ends of Wilson's intervals, their distance in deviations less 1.96:", worst, below(1e-9));

    // Model: c·FN + FP. Always N: c·(TP + FN). Equal at c = FP / TP.
    double breakEven = (double) fp / tp;
    show("breakEven", breakEven);
    plot(
            "cost",
            "Total cost on the test set against the cost of a missed malfunction, in units of a"
                + " false alarm. The line of the model starts higher, but is less steep than that"
                + " of always N; they cross at the break-even point.")
        .x("cost of a miss / cost of a false alarm")
        .y("total cost / cost of a false alarm")
        .line("the model", 0, 10, c -> c * fn + fp)
        .line("always N", 0, 10, c -> c * positives)
        .note(breakEven, breakEven * positives, "break-even");
    double below = 0.99 * breakEven;
    double beyond = 1.01 * breakEven;
    check("just below the break-even, always N is cheaper", below * positives < below * fn + fp);
    check("just above it, the model is cheaper", beyond * positives > beyond * fn + fp);
    show("alwaysP", (double) (negatives - fp) / fn);
  }

  // @start region="wilson"
  static double[] wilson(int hits, int n, double z) {
    double p = (double) hits / n;
    double centre = p + z * z / (2 * n);
    double half = z * Math.sqrt(p * (1 - p) / n + z * z / (4.0 * n * n));
    double scale = 1 + z * z / n;
    return new double[] {(centre - half) / scale, (centre + half) / scale};
  }

  // @end

  /** How many standard deviations of the estimate the true share p lies from it. */
  static double deviations(int hits, int n, double p) {
    return Math.abs((double) hits / n - p) / Math.sqrt(p * (1 - p) / n);
  }
}
