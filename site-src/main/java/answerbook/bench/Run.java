package answerbook.bench;

import java.util.Map;

/**
 * One build, measured.
 *
 * @param wall seconds by the clock, from the start of the process to its end
 * @param computing seconds of all cores, programs included; NaN where the system doesn't tell
 * @param peak megabytes of the build's process and of the largest one that it started; NaN where
 *     the system doesn't tell
 * @param pages how many pages it says it has
 * @param stages seconds of each stage by the clock, as the build tells them
 */
record Run(double wall, double computing, double peak, int pages, Map<String, Double> stages) {}
