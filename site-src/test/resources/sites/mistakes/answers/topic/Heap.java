import static answerbook.api.Snippet.*;

public class Heap {
  public static void main(String[] args) {
    java.util.List<double[]> all = new java.util.ArrayList<>();
    for (int i = 0; i < 1000000; i++) {
      all.add(new double[1000000]);
    }
    show("out", all.size());
  }
}
