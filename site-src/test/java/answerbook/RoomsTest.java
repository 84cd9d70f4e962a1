package answerbook;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

/** Packages know only those before them, and each library has one room. */
@AnalyzeClasses(packages = "answerbook", importOptions = DoNotIncludeTests.class)
class RoomsTest {
  @ArchTest
  static final ArchRule eachKnowsOnlyThoseBefore =
      Architectures.layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("diagnostic")
          .definedBy("answerbook.diagnostic..")
          .layer("api")
          .definedBy("answerbook.api..")
          .layer("content")
          .definedBy("answerbook.content..")
          .layer("store")
          .definedBy("answerbook.store..")
          .layer("answer")
          .definedBy("answerbook.answer..")
          .layer("opinion")
          .definedBy("answerbook.opinion..")
          .layer("figure")
          .definedBy("answerbook.figure..")
          .layer("script")
          .definedBy("answerbook.script..")
          .layer("math")
          .definedBy("answerbook.math..")
          .layer("code")
          .definedBy("answerbook.code..")
          .layer("markdown")
          .definedBy("answerbook.markdown..")
          .layer("lint")
          .definedBy("answerbook.lint..")
          .layer("provenance")
          .definedBy("answerbook.provenance..")
          .layer("bake")
          .definedBy("answerbook.bake..")
          .layer("export")
          .definedBy("answerbook.export..")
          .layer("syndication")
          .definedBy("answerbook.syndication..")
          .layer("picture")
          .definedBy("answerbook.picture..")
          .layer("difference")
          .definedBy("answerbook.difference..")
          .layer("guide")
          .definedBy("answerbook.guide..")
          .layer("print")
          .definedBy("answerbook.print..")
          .layer("check")
          .definedBy("answerbook.check..")
          .layer("mutation")
          .definedBy("answerbook.mutation..")
          .layer("author")
          .definedBy("answerbook.author..")
          .layer("address")
          .definedBy("answerbook.address..")
          .layer("serve")
          .definedBy("answerbook.serve..")
          .layer("cli")
          .definedBy("answerbook.cli..")
          .layer("bench")
          .definedBy("answerbook.bench..")
          .whereLayer("diagnostic")
          .mayNotAccessAnyLayer()
          .whereLayer("api")
          .mayNotAccessAnyLayer()
          .whereLayer("store")
          .mayNotAccessAnyLayer()
          .whereLayer("content")
          .mayOnlyAccessLayers("diagnostic")
          .whereLayer("answer")
          .mayOnlyAccessLayers("diagnostic", "api", "store")
          .whereLayer("opinion")
          .mayOnlyAccessLayers("diagnostic", "api", "answer")
          .whereLayer("figure")
          .mayOnlyAccessLayers("api")
          .whereLayer("script")
          .mayNotAccessAnyLayer()
          .whereLayer("math")
          .mayOnlyAccessLayers("script")
          .whereLayer("code")
          .mayOnlyAccessLayers("diagnostic", "script")
          .whereLayer("markdown")
          .mayOnlyAccessLayers(
              "diagnostic", "api", "content", "store", "opinion", "figure", "math", "code")
          .whereLayer("lint")
          .mayOnlyAccessLayers("diagnostic", "api", "content", "store", "code", "markdown")
          .whereLayer("provenance")
          .mayNotAccessAnyLayer()
          .whereLayer("bake")
          .mayOnlyAccessLayers(
              "diagnostic", "api", "content", "store", "opinion", "math", "markdown", "provenance")
          .whereLayer("export")
          .mayOnlyAccessLayers("api", "content", "store", "opinion", "markdown")
          .whereLayer("syndication")
          .mayOnlyAccessLayers("content", "store", "markdown", "provenance")
          .whereLayer("picture")
          .mayNotAccessAnyLayer()
          .whereLayer("difference")
          .mayOnlyAccessLayers("diagnostic", "api", "content", "answer", "markdown")
          .whereLayer("guide")
          .mayOnlyAccessLayers("diagnostic", "content", "difference", "markdown")
          .whereLayer("print")
          .mayOnlyAccessLayers("diagnostic", "api", "content", "store", "math", "markdown")
          .whereLayer("check")
          .mayOnlyAccessLayers("diagnostic", "store")
          .whereLayer("mutation")
          .mayOnlyAccessLayers("diagnostic", "answer", "code")
          .whereLayer("author")
          .mayOnlyAccessLayers("diagnostic", "code")
          .whereLayer("address")
          .mayOnlyAccessLayers("diagnostic", "content", "markdown")
          .whereLayer("serve")
          .mayOnlyAccessLayers("diagnostic", "store")
          .whereLayer("cli")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("bench")
          .mayOnlyAccessLayers("api", "figure", "store");

  @ArchTest
  static final ArchRule roomsFormNoCircle =
      SlicesRuleDefinition.slices().matching("answerbook.(*)..").should().beFreeOfCycles();

  @ArchTest static final ArchRule onlyTheApiKnowsNd4j = onlyIn("answerbook.api..", "org.nd4j..");

  @ArchTest
  static final ArchRule onlyMarkdownKnowsFlexmark =
      onlyIn("answerbook.markdown..", "com.vladsch.flexmark..");

  @ArchTest static final ArchRule onlyBakeKnowsJbake = onlyIn("answerbook.bake..", "org.jbake..");

  @ArchTest
  static final ArchRule onlyBakeKnowsFreemarker = onlyIn("answerbook.bake..", "freemarker..");

  @ArchTest
  static final ArchRule onlyContentKnowsYaml = onlyIn("answerbook.content..", "org.yaml..");

  @ArchTest
  static final ArchRule onlyScriptKnowsQuickJs =
      onlyIn("answerbook.script..", "app.cash.zipline..");

  @ArchTest
  static final ArchRule onlyReadersOfPagesKnowJsoup =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "answerbook.check..",
              "answerbook.difference..",
              "answerbook.export..",
              "answerbook.print..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.jsoup..");

  @ArchTest
  static final ArchRule onlyLintKnowsTheSpeller = onlyIn("answerbook.lint..", "morfologik..");

  @ArchTest
  static final ArchRule onlyPrintKnowsPdf = onlyIn("answerbook.print..", "com.openhtmltopdf..");

  @ArchTest
  static final ArchRule onlyPrintKnowsPdfBox =
      onlyIn("answerbook.print..", "org.apache.pdfbox.pdmodel..");

  @ArchTest
  static final ArchRule onlyCardsKnowSqlite = onlyIn("answerbook.export.cards..", "org.sqlite..");

  @ArchTest
  static final ArchRule onlyServeKnowsHttp =
      onlyIn("answerbook.serve..", "com.sun.net.httpserver..");

  private static ArchRule onlyIn(String room, String library) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(room)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library);
  }
}
