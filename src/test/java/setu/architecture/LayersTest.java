package setu.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import org.junit.jupiter.api.Test;

/** The import rules of the architecture: down only, no cycles, and a core that knows no viewer. */
class LayersTest {
  private static final JavaClasses SETU =
      new ClassFileImporter()
          .withImportOption(location -> !location.contains("/test-classes"))
          .importPackages("setu");

  @Test
  void theFacesStandOnMessagesAndCore() {
    check(
        layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("setu..")
            .withOptionalLayers(true)
            .layer("launcher")
            .definedBy("setu")
            .layer("gui")
            .definedBy("setu.gui..")
            .layer("cli")
            .definedBy("setu.cli..")
            .layer("message")
            .definedBy("setu.message..")
            .layer("core")
            .definedBy("setu.core..")
            .whereLayer("launcher")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("gui")
            .mayOnlyBeAccessedByLayers("launcher")
            .whereLayer("cli")
            .mayOnlyBeAccessedByLayers("launcher")
            .whereLayer("message")
            .mayOnlyBeAccessedByLayers("launcher", "gui", "cli")
            .because("imports point down, and gui and cli never import each other"));
  }

  @Test
  void corePackagesImportDownOnly() {
    check(
        layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("setu.core..")
            .withOptionalLayers(true)
            .layer("workspace")
            .definedBy("setu.core.workspace..")
            .layer("measures and layouts")
            .definedBy("setu.core.evaluate..", "setu.core.projection..")
            .layer("align")
            .definedBy("setu.core.align..")
            .layer("anchors and neighbours")
            .definedBy("setu.core.anchor..", "setu.core.neighbor..", "setu.core.encode..")
            .layer("space")
            .definedBy("setu.core.space..")
            .layer("ground")
            .definedBy(
                "setu.core.task..",
                "setu.core.math..",
                "setu.core.fault..",
                "setu.core.file..",
                "setu.core.onnx..")
            .whereLayer("workspace")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("measures and layouts")
            .mayOnlyBeAccessedByLayers("workspace")
            .whereLayer("align")
            .mayOnlyBeAccessedByLayers("workspace", "measures and layouts")
            .whereLayer("anchors and neighbours")
            .mayOnlyBeAccessedByLayers("workspace", "measures and layouts", "align")
            .whereLayer("space")
            .mayOnlyBeAccessedByLayers(
                "workspace", "measures and layouts", "align", "anchors and neighbours"));
  }

  @Test
  void packagesHaveNoCycles() {
    check(slices().matching("setu.core.(*)..").should().beFreeOfCycles());
    check(slices().matching("setu.gui.(*)..").should().beFreeOfCycles());
    check(slices().matching("setu.(*)..").should().beFreeOfCycles());
  }

  @Test
  void coreKnowsNoViewerLoggerOrBundle() {
    check(
        noClasses()
            .that()
            .resideInAPackage("setu.core..")
            .should()
            .dependOnClassesThat(
                resideInAnyPackage(
                    "javafx..",
                    "com.sun.javafx..",
                    "java.awt..",
                    "javax.swing..",
                    "org.controlsfx..",
                    "atlantafx..",
                    "org.kordamp..",
                    "org.slf4j..",
                    "ch.qos.logback..",
                    "java.util.logging.."))
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.ResourceBundle"));
  }

  @Test
  void theCommandLineKnowsNoJavaFx() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage("setu.cli..", "setu.message..")
            .should()
            .dependOnClassesThat(resideInAPackage("javafx..")));
  }

  @Test
  void onlyTheCommandLinePrints() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages("setu.cli..", "setu")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .callMethod(Throwable.class, "printStackTrace"));
  }

  @Test
  void chanceIsSeeded() {
    check(
        noClasses()
            .should()
            .callMethod(Math.class, "random")
            .orShould()
            .callConstructor(Random.class)
            .orShould()
            .callMethod(java.util.concurrent.ThreadLocalRandom.class, "current")
            .orShould()
            .callMethod(java.util.random.RandomGenerator.class, "getDefault")
            .orShould()
            .callMethod(java.util.random.RandomGenerator.class, "of", String.class)
            .orShould()
            .callMethod(java.util.Collections.class, "shuffle", java.util.List.class));
  }

  @Test
  void threadsAreNamed() {
    check(
        noClasses()
            .should()
            .callConstructor(Thread.class)
            .orShould()
            .callConstructor(Thread.class, Runnable.class)
            .orShould()
            .callMethodWhere(
                describe(
                    "a thread pool is made without a thread factory",
                    call ->
                        call.getTargetOwner().isEquivalentTo(Executors.class)
                            && call.getName().startsWith("new")
                            && call.getTarget().getRawParameterTypes().stream()
                                .noneMatch(type -> type.isEquivalentTo(ThreadFactory.class)))));
  }

  private static void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(SETU);
  }
}
