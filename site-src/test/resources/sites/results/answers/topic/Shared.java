/** Called by programs; shows nothing itself. */
final class Shared {
  private Shared() {}

  static long twice(long value) {
    return 2 * value;
  }
}
