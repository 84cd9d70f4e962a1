import static answerbook.api.Snippet.*;

public class Breaks {
  // @start region="short"
  /** One step. */
  static double step(int n, double total) {
    return Math.floorMod(n, 7) - 0.5 * Math.signum(total);
  }

  // @end
  public static void main(String[] args) {
    double total = 0;
    // @start region="long"
    total += step(1, total); // the step with the number 1
    total += step(2, total); // the step with the number 2
    total += step(3, total); // the step with the number 3
    total += step(4, total); // the step with the number 4
    total += step(5, total); // the step with the number 5
    total += step(6, total); // the step with the number 6
    total += step(7, total); // the step with the number 7
    total += step(8, total); // the step with the number 8
    total += step(9, total); // the step with the number 9
    total += step(10, total); // the step with the number 10
    total += step(11, total); // the step with the number 11
    total += step(12, total); // the step with the number 12
    total += step(13, total); // the step with the number 13
    total += step(14, total); // the step with the number 14
    total += step(15, total); // the step with the number 15
    total += step(16, total); // the step with the number 16
    total += step(17, total); // the step with the number 17
    total += step(18, total); // the step with the number 18
    total += step(19, total); // the step with the number 19
    total += step(20, total); // the step with the number 20
    total += step(21, total); // the step with the number 21
    total += step(22, total); // the step with the number 22
    total += step(23, total); // the step with the number 23
    total += step(24, total); // the step with the number 24
    total += step(25, total); // the step with the number 25
    total += step(26, total); // the step with the number 26
    total += step(27, total); // the step with the number 27
    total += step(28, total); // the step with the number 28
    total += step(29, total); // the step with the number 29
    total += step(30, total); // the step with the number 30
    total += step(31, total); // the step with the number 31
    total += step(32, total); // the step with the number 32
    total += step(33, total); // the step with the number 33
    total += step(34, total); // the step with the number 34
    total += step(35, total); // the step with the number 35
    total += step(36, total); // the step with the number 36
    total += step(37, total); // the step with the number 37
    total += step(38, total); // the step with the number 38
    total += step(39, total); // the step with the number 39
    total += step(40, total); // the step with the number 40
    total += step(41, total); // the step with the number 41
    total += step(42, total); // the step with the number 42
    total += step(43, total); // the step with the number 43
    total += step(44, total); // the step with the number 44
    total += step(45, total); // the step with the number 45
    total += step(46, total); // the step with the number 46
    total += step(47, total); // the step with the number 47
    total += step(48, total); // the step with the number 48
    total += step(49, total); // the step with the number 49
    total += step(50, total); // the step with the number 50
    total += step(51, total); // the step with the number 51
    total += step(52, total); // the step with the number 52
    total += step(53, total); // the step with the number 53
    total += step(54, total); // the step with the number 54
    total += step(55, total); // the step with the number 55
    total += step(56, total); // the step with the number 56
    total += step(57, total); // the step with the number 57
    total += step(58, total); // the step with the number 58
    total += step(59, total); // the step with the number 59
    total += step(60, total); // the step with the number 60
    total += step(61, total); // the step with the number 61
    total += step(62, total); // the step with the number 62
    total += step(63, total); // the step with the number 63
    total += step(64, total); // the step with the number 64
    total += step(65, total); // the step with the number 65
    total += step(66, total); // the step with the number 66
    total += step(67, total); // the step with the number 67
    total += step(68, total); // the step with the number 68
    total += step(69, total); // the step with the number 69
    total += step(70, total); // the step with the number 70
    total += step(71, total); // the step with the number 71
    total += step(72, total); // the step with the number 72
    total += step(73, total); // the step with the number 73
    total += step(74, total); // the step with the number 74
    total += step(75, total); // the step with the number 75
    total += step(76, total); // the step with the number 76
    total += step(77, total); // the step with the number 77
    total += step(78, total); // the step with the number 78
    total += step(79, total); // the step with the number 79
    total += step(80, total); // the step with the number 80
    total += step(81, total); // the step with the number 81
    total += step(82, total); // the step with the number 82
    total += step(83, total); // the step with the number 83
    total += step(84, total); // the step with the number 84
    total += step(85, total); // the step with the number 85
    total += step(86, total); // the step with the number 86
    total += step(87, total); // the step with the number 87
    total += step(88, total); // the step with the number 88
    total += step(89, total); // the step with the number 89
    total += step(90, total); // the step with the number 90
    // @end
    show("total", total);
    var rows = table("rows").column("$n$").column("square").column("what it is");
    for (int n = 1; n <= 70; n++) {
      rows.row(n, n * n, n % 2 == 0 ? "even" : "odd");
    }
    plot("wave", "A sine wave from 0 to 6.").x("x").y("y").line("sine", 0, 6, StrictMath::sin);
    check("steps add up", Math.abs(total) < 1000);
  }
}
