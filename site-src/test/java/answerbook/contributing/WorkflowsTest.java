package answerbook.contributing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What workflows must keep to, whoever edits them. */
class WorkflowsTest {
  private static final Pattern USES = Pattern.compile("uses: (\\S+)(.*)");
  private static final Pattern PINNED = Pattern.compile("[\\w.-]+/[\\w./-]+@[0-9a-f]{40}");
  private static final Pattern SWITCH = Pattern.compile("(?<=\\s)-([PD])([\\w.-]+)");

  /** Who may write what; everybody else may read. */
  private static final Map<String, Map<String, String>> WRITERS =
      Map.of(
          "publish.yml/deploy", Map.of("pages", "write", "id-token", "write"),
          "comment.yml/comment", Map.of("pull-requests", "write"));

  static Stream<Yaml> workflows() {
    return Yaml.of("workflows").stream();
  }

  @ParameterizedTest
  @MethodSource("workflows")
  void actionsArePinnedByCommitWithTheirVersionBeside(Yaml workflow) {
    for (Matcher uses = USES.matcher(workflow.text()); uses.find(); ) {
      String action = uses.group(1);
      if (action.startsWith("./")) {
        assertThat(Path.of(action)).exists();
      } else {
        assertThat(action).matches(PINNED);
        assertThat(uses.group(2)).as(action).matches(" # v\\d+\\.\\d+\\.\\d+");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("workflows")
  void nobodyMayMoreThanTheyNeed(Yaml workflow) {
    assertThat(workflow.root().get("permissions")).isIn(Map.of(), Map.of("contents", "read"));
    jobs(workflow)
        .forEach(
            (name, job) ->
                assertThat(Yaml.map(job, "permissions"))
                    .as(name)
                    .isEqualTo(WRITERS.getOrDefault(workflow.name() + "/" + name, Map.of())));
  }

  @ParameterizedTest
  @MethodSource("workflows")
  void noSecretAndNoTextOfStrangersReachesAScript(Yaml workflow) {
    assertThat(workflow.text()).doesNotContain("secrets.", "secrets:", "pull_request_target");
    steps(workflow)
        .forEach(step -> assertThat(String.valueOf(step.get("run"))).doesNotContain("${{"));
  }

  @ParameterizedTest
  @MethodSource("workflows")
  void checkoutsLeaveNoTokenBehind(Yaml workflow) {
    steps(workflow).stream()
        .filter(step -> String.valueOf(step.get("uses")).startsWith("actions/checkout@"))
        .forEach(
            step -> assertThat(Yaml.map(step, "with").get("persist-credentials")).isEqualTo(false));
  }

  @ParameterizedTest
  @MethodSource("workflows")
  void everyJobEnds(Yaml workflow) {
    jobs(workflow)
        .forEach(
            (name, job) ->
                assertThat(job.containsKey("uses") || job.containsKey("timeout-minutes"))
                    .as(name)
                    .isTrue());
  }

  @Test
  void whatMayWriteNeverRunsAContributorsCode() {
    for (Yaml workflow : Yaml.of("workflows")) {
      Map<?, ?> on = Yaml.map(workflow.root(), "on");
      if (on.containsKey("workflow_run")) {
        assertThat(steps(workflow)).isNotEmpty().allMatch(step -> !step.containsKey("uses"));
        assertThat(workflow.text()).doesNotContain("mvn", "artifacts/", "git ");
      }
      if (on.containsKey("pull_request")) {
        assertThat(workflow.text()).doesNotContain(": write", "github.token", "GITHUB_TOKEN");
      }
    }
  }

  @Test
  void theCommentFollowsTheWorkflowOfPullRequests() {
    Map<?, ?> run = Yaml.map(Yaml.map(workflow("comment.yml").root(), "on"), "workflow_run");

    assertThat(run.get("workflows"))
        .isEqualTo(List.of(workflow("pull-request.yml").root().get("name")));
  }

  @Test
  void cachesAreKeyedByWhatTheyHold() {
    for (Yaml workflow : Yaml.of("workflows")) {
      steps(workflow).stream()
          .filter(step -> String.valueOf(step.get("uses")).startsWith("actions/cache@"))
          .forEach(
              step ->
                  assertThat((String) Yaml.map(step, "with").get("key"))
                      .contains("hashFiles('pom.xml'"));
    }
    assertThat(workflow("weekly.yml").text()).doesNotContain("cache:", "actions/cache@");
  }

  @Test
  void theWeeklyRunHasEverySystemAndJdk() {
    Map<?, ?> job = jobs(workflow("weekly.yml")).get("rebuild");
    Map<?, ?> matrix = Yaml.map(Yaml.map(job, "strategy"), "matrix");

    assertThat(matrix.get("java")).isEqualTo(List.of(17, 21, 25));
    assertThat((List<?>) matrix.get("system"))
        .extracting(system -> system.toString().replaceAll("-.*", ""))
        .isEqualTo(List.of("ubuntu", "macos", "windows"));
  }

  @Test
  void theWeeklyRunChangesEveryConstant() {
    assertThat(steps(workflow("weekly.yml")))
        .extracting(step -> String.valueOf(step.get("run")))
        .contains("mvn -B -Pmutations");
  }

  @ParameterizedTest
  @MethodSource("workflows")
  void switchesOfMavenExist(Yaml workflow) throws IOException {
    String pom = Files.readString(Path.of("pom.xml"));
    Set<String> known = Switches.of(pom);
    for (Map<?, ?> step : steps(workflow)) {
      String run = String.valueOf(step.get("run"));
      for (Matcher used = SWITCH.matcher(run); run.contains("mvn") && used.find(); ) {
        assertThat(known).contains(used.group(1) + used.group(2));
      }
    }
  }

  @Test
  void scriptsThatAreRunExist() {
    List<String> runs = new ArrayList<>();
    workflows()
        .flatMap(workflow -> steps(workflow).stream())
        .forEach(step -> runs.add(String.valueOf(step.get("run"))));

    assertThat(runs).contains("bash .ci/run");
    assertThat(Path.of(".ci/run")).exists();
  }

  private static Yaml workflow(String name) {
    return Yaml.read(Yaml.GITHUB.resolve("workflows").resolve(name));
  }

  private static Map<String, Map<?, ?>> jobs(Yaml workflow) {
    Map<String, Map<?, ?>> jobs = new LinkedHashMap<>();
    Yaml.map(workflow.root(), "jobs")
        .forEach((name, job) -> jobs.put(name.toString(), (Map<?, ?>) job));
    return jobs;
  }

  private static List<Map<?, ?>> steps(Yaml workflow) {
    return jobs(workflow).values().stream()
        .flatMap(job -> Yaml.maps(job, "steps").stream())
        .toList();
  }
}
