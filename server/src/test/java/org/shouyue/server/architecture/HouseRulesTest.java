package org.shouyue.server.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.shouyue.server.tenant.AllowedTo;
import org.shouyue.server.tenant.AllowedToAll;
import org.shouyue.server.tenant.AllowedToSignedIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.bind.annotation.RequestMapping;

/// The rules of the floor plan, over every class of ours.
class HouseRulesTest {
  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.shouyue");

  @Test
  void seesEveryRoom() {
    Set<String> rooms = new TreeSet<>();
    OURS.forEach(type -> rooms.add(type.getPackageName().split("\\.")[2]));
    assertThat(rooms).contains("contract", "scope", "server");
    assertThat(OURS.size()).isGreaterThan(150);
  }

  @Test
  void contractKnowsNobody() {
    check(
        noClasses()
            .that()
            .resideInAPackage("org.shouyue.contract..")
            .should()
            .dependOnClassesThat(
                resideInAPackage("org.shouyue..")
                    .and(not(resideInAPackage("org.shouyue.contract..")))));
  }

  @Test
  void librariesKnowNeitherServerNorSpring() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(
                "org.shouyue.contract..",
                "org.shouyue.scope..",
                "org.shouyue.evidence..",
                "org.shouyue.engine..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "org.shouyue.server.."));
  }

  @Test
  void scopeAndEvidenceKnowNoEngine() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage("org.shouyue.scope..", "org.shouyue.evidence..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.shouyue.engine..", "org.shouyue.contract.."));
  }

  @Test
  void enginesDoNotKnowOneAnother() {
    check(slices().matching("org.shouyue.engine.(*)..").should().notDependOnEachOther());
    check(
        noClasses()
            .that()
            .resideInAPackage("org.shouyue.engine..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.shouyue.contract.."));
  }

  /// Engines, and the rooms of the server that drive them, reach the network by the broker alone.
  /// The launcher of the embedded database looks for a free port. The notify room talks to the
  /// provider's own gateways, the sign-in to its own identity provider: neither is a client's.
  @Test
  void nobodyOpensASocketAroundTheBroker() {
    check(
        noClasses()
            .that(
                resideInAPackage("org.shouyue..")
                    .and(
                        not(
                            resideInAnyPackage(
                                "org.shouyue.scope..",
                                "org.shouyue.server.postgres..",
                                "org.shouyue.server.notify..",
                                "org.shouyue.server.tenant.federation..",
                                "org.shouyue.cli..",
                                "org.shouyue.bench.."))))
            .should()
            .dependOnClassesThat(
                com.tngtech.archunit.base.DescribedPredicate.describe(
                    "open sockets", HouseRulesTest::opensSockets)));
  }

  /// Time is injected: contracts are served by a clock that can be replayed.
  @Test
  void nobodyAsksTheMachineForTheTime() {
    ArchRule rule = null;
    for (Class<?> type :
        Set.of(
            Instant.class,
            LocalDate.class,
            LocalDateTime.class,
            OffsetDateTime.class,
            ZonedDateTime.class)) {
      rule = noClasses().should().callMethod(type, "now");
      check(rule);
      check(noClasses().should().callMethod(type, "now", java.time.ZoneId.class));
    }
    check(noClasses().should().callMethod(Clock.class, "systemUTC"));
    check(noClasses().should().callMethod(Clock.class, "systemDefaultZone"));
    check(noClasses().should().callMethod(System.class, "currentTimeMillis"));
  }

  @Test
  void everyHandlerSaysWhoMayCallIt() {
    check(
        methods()
            .that(
                com.tngtech.archunit.base.DescribedPredicate.describe(
                    "handle requests",
                    (JavaMethod method) ->
                        method.isMetaAnnotatedWith(RequestMapping.class)
                            && !method.getFullName().contains("ContainerErrors")))
            .should(sayWho()));
  }

  @Test
  void handlersStayPrivateToTheirRoom() {
    check(
        classes()
            .that()
            .areMetaAnnotatedWith(org.springframework.stereotype.Controller.class)
            .should()
            .bePackagePrivate());
  }

  @Test
  void nothingIsInjectedIntoFields() {
    check(fields().should().notBeAnnotatedWith(Autowired.class));
  }

  @Test
  void everyPackageIsNullMarked() {
    Set<String> unmarked = new TreeSet<>();
    Set<String> packages = new TreeSet<>();
    OURS.forEach(type -> packages.add(type.getPackageName()));
    for (String name : packages) {
      Package found =
          OURS.stream()
              .filter(type -> type.getPackageName().equals(name))
              .map(HouseRulesTest::load)
              .findFirst()
              .orElseThrow()
              .getPackage();
      if (!found.isAnnotationPresent(NullMarked.class)) {
        unmarked.add(name);
      }
    }
    assertThat(unmarked).isEmpty();
  }

  @Test
  void nobodyHasANameThatSaysNothing() {
    check(noClasses().should().haveNameMatching(".*(Impl|Util|Utils|Helper|Manager|DTO|Dto)$"));
  }

  private static boolean opensSockets(JavaClass type) {
    return Stream.of(
                "java.net.Socket",
                "java.net.ServerSocket",
                "java.net.DatagramSocket",
                "java.net.URLConnection",
                "java.net.HttpURLConnection",
                "javax.net.ssl.SSLSocket",
                "javax.net.SocketFactory",
                "javax.net.ssl.SSLSocketFactory")
            .anyMatch(type.getName()::equals)
        || type.getPackageName().startsWith("java.net.http")
        || (type.getPackageName().startsWith("java.nio.channels")
            && type.getName().contains("Socket"));
  }

  private static ArchCondition<JavaMethod> sayWho() {
    return new ArchCondition<>("say who may call them") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        long said =
            Stream.of(AllowedTo.class, AllowedToSignedIn.class, AllowedToAll.class)
                .filter(method::isAnnotatedWith)
                .count();
        events.add(
            new SimpleConditionEvent(
                method, said == 1, method.getFullName() + " says " + said + " times"));
      }
    };
  }

  private static Class<?> load(JavaClass type) {
    try {
      return Class.forName(type.getName(), false, HouseRulesTest.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(OURS);
  }
}
