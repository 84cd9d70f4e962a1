package answerbook.opinion;

import java.util.List;

/**
 * What a program in another language has to say on an answer; all of it follows from its evidence.
 *
 * @param file the program's file, without folders
 * @param software the language or the libraries, with their versions: {@code PyTorch 1.13.1}
 * @param accuracy to which all values agree with the Java program's, a power of ten such as {@code
 *     1e-15}; empty if no bit differs
 * @param values how many were compared
 * @param recorded the date of the evidence
 * @param failures what became of faulty listings that it ran to show that they fail: {@code
 *     TypeError: …}
 */
public record Opinion(
    String file,
    String software,
    String accuracy,
    int values,
    String recorded,
    List<String> failures) {}
