package answerbook.answer;

import java.util.function.Supplier;

/** A value that is made when it is first asked for, once, whoever asks. */
public final class Later<T> implements Supplier<T> {
  private Supplier<T> maker;
  private T value;

  public Later(Supplier<T> maker) {
    this.maker = maker;
  }

  @Override
  public synchronized T get() {
    if (maker != null) {
      value = maker.get();
      maker = null;
    }
    return value;
  }
}
