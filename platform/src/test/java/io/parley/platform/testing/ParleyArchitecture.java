package io.parley.platform.testing;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.parley.platform.local.ForLocal;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.groups.UniIfNoItem;
import io.smallrye.mutiny.groups.UniOnItemDelay;
import io.smallrye.mutiny.groups.UniOnTimeout;
import io.smallrye.mutiny.groups.UniRetry;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import java.util.List;
import java.util.stream.Stream;

/** The rules of the architecture that a machine can check, for one service. */
public final class ParleyArchitecture {

    private static final ArchRule NOTHING_NEEDLESSLY_PUBLIC = classes()
            .that()
            .areTopLevelClasses()
            .and()
            .arePublic()
            .and()
            .areNotAnnotatedWith(QuarkusMain.class)
            .and()
            .areNotAnnotatedWith(ForLocal.class)
            .and()
            .doNotImplement(ConfigSourceFactory.class)
            .should(beUsedByAnotherPackage())
            .because("package-private is the default");

    private ParleyArchitecture() {}

    /** As {@link #check}, for a library: what it makes public is for others. */
    public static void checkLibrary(String root) {
        JavaClasses library = classesOf(root);
        for (ArchRule rule : rules(root)) {
            rule.allowEmptyShould(true).check(library);
        }
    }

    /** Checks every rule for the service in {@code root}, such as {@code io.parley.run}; fails with what breaks them. */
    public static void check(String root) {
        checkLibrary(root);
        NOTHING_NEEDLESSLY_PUBLIC.allowEmptyShould(true).check(classesOf(root));
    }

    private static JavaClasses classesOf(String root) {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(root);
    }

    private static List<ArchRule> rules(String root) {
        return List.of(
                slices().matching(root + ".(*)..")
                        .should()
                        .beFreeOfCycles()
                        .because("a feature that needs another must not be needed by it"),
                classes()
                        .should()
                        .onlyDependOnClassesThat(are(notOfAnotherService(root)))
                        .because("a service never depends on a service"),
                noClasses()
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("java.sql..", "javax.sql..", "java.net.http..", "org.hibernate.reactive..")
                        .because("they block, or go round the one way to the database"),
                noClasses()
                        .should()
                        .callMethod(Uni.class, "await")
                        .orShould()
                        .callMethod(Thread.class, "sleep", long.class)
                        .because("blocking is a bug"),
                codeUnits()
                        .should(setTimersOnEventLoops())
                        .because("the timer that Mutiny would take has a lock that event loops wait for"),
                methods()
                        .that(are(endpoints()))
                        .should(declareWhoMayCall())
                        .because("an endpoint without a declaration is a hole"));
    }

    private static DescribedPredicate<JavaClass> notOfAnotherService(String root) {
        return DescribedPredicate.not(resideInAnyPackage("io.parley.."))
                .or(resideInAnyPackage(root + "..", "io.parley.contracts..", "io.parley.platform.."))
                .as("not of another service");
    }

    private static DescribedPredicate<JavaMethod> endpoints() {
        return DescribedPredicate.describe(
                "endpoints",
                method -> method.getAnnotations().stream()
                        .anyMatch(annotation -> annotation.getRawType().isMetaAnnotatedWith(HttpMethod.class)
                                || annotation.getRawType().isAnnotatedWith(HttpMethod.class)));
    }

    private static ArchCondition<JavaMethod> declareWhoMayCall() {
        return new ArchCondition<>("declare who may call them and be public") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean declared =
                        method.isAnnotatedWith(RolesAllowed.class) || method.isAnnotatedWith(PermitAll.class);
                boolean isPublic = method.getModifiers().contains(JavaModifier.PUBLIC);
                events.add(new SimpleConditionEvent(method, declared && isPublic, method.getFullName()));
            }
        };
    }

    /** Who asks for a timeout, a pause between tries or a delay says on which clock. */
    private static ArchCondition<JavaCodeUnit> setTimersOnEventLoops() {
        return new ArchCondition<>("name the clock of each timeout, retry and delay") {
            @Override
            public void check(JavaCodeUnit code, ConditionEvents events) {
                boolean named = calls(code, UniIfNoItem.class, "after") == calls(code, UniOnTimeout.class, "on")
                        && calls(code, UniRetry.class, "withBackOff") == calls(code, UniRetry.class, "withExecutor")
                        && calls(code, UniOnItemDelay.class, "by") == calls(code, UniOnItemDelay.class, "onExecutor");
                events.add(new SimpleConditionEvent(code, named, code.getFullName() + " names no clock"));
            }
        };
    }

    private static long calls(JavaCodeUnit code, Class<?> type, String method) {
        return code.getMethodCallsFromSelf().stream()
                .filter(call -> call.getTargetOwner().isEquivalentTo(type)
                        && call.getTarget().getName().equals(method))
                .count();
    }

    /** A type whose subtypes are used elsewhere counts as used: lambdas that give one of them name it nowhere. */
    private static ArchCondition<JavaClass> beUsedByAnotherPackage() {
        return new ArchCondition<>("be used by another package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean used = Stream.concat(Stream.of(type), type.getAllSubclasses().stream())
                        .flatMap(each -> each.getDirectDependenciesToSelf().stream())
                        .anyMatch(dependency ->
                                !dependency.getOriginClass().getPackageName().equals(type.getPackageName()));
                events.add(new SimpleConditionEvent(
                        type, used, type.getName() + " is public and used by no other package"));
            }
        };
    }
}
