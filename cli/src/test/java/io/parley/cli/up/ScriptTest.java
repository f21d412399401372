package io.parley.cli.up;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code parley} in a checkout of its own, with JDKs and a Maven that only say how they were called. */
class ScriptTest {

    private static final String ECHO = "#!/bin/sh\necho \"$0 $*\"\n";

    private static final List<String> PROGRAMS = List.of(
            "cp", "dirname", "find", "flock", "grep", "head", "mkdir", "readlink", "sed", "tail", "tee", "touch");

    @TempDir
    private Path checkout;

    private record Answer(int exitCode, String text) {}

    @BeforeEach
    void copyScript() throws IOException {
        Path script = Path.of(System.getProperty("parley.root"), "parley");
        Files.copy(script, checkout.resolve("parley"));
        executable(checkout.resolve("mvnw"), """
                #!/bin/sh
                echo "[INFO] Building Parley: cli 0.1.0-SNAPSHOT                     [4/4]"
                echo "[INFO] noise"
                echo "built with $JAVA_HOME" >> built
                mkdir -p cli/target && touch cli/target/parley.jar
                """);
        Files.createDirectories(checkout.resolve("cli/src/main"));
        Files.createFile(checkout.resolve("pom.xml"));
        Files.createFile(checkout.resolve("cli/pom.xml"));
    }

    @Test
    void java_home_comes_before_every_other_jdk() throws Exception {
        Path chosen = jdk("chosen", "21.0.4");
        Path newer = jdk("newer", "25.0.1");

        Answer answer = run(Map.of("JAVA_HOME", chosen.toString(), "PARLEY_JVM_FOLDERS", newer.toString()), "status");

        assertThat(answer.text()).contains(chosen + "/bin/java ").endsWith("/cli/target/parley.jar status\n");
    }

    @Test
    void the_jdk_of_the_path_comes_before_those_in_the_usual_folders() throws Exception {
        Path inPath = jdk("in-path", "21");
        Path newer = jdk("newer", "25.0.1");

        Answer answer =
                run(Map.of("PATH", inPath + "/bin:/usr/bin:/bin", "PARLEY_JVM_FOLDERS", newer.toString()), "status");

        assertThat(answer.text()).contains(inPath + "/bin/java ");
    }

    @Test
    void an_old_jdk_is_passed_over_for_the_newest_in_the_usual_folders() throws Exception {
        Path old = jdk("old", "17.0.15");
        Path newer = jdk("newer", "21.0.4");
        Path newest = jdk("newest", "25.0.1");

        Answer answer = run(
                Map.of("JAVA_HOME", old.toString(), "PARLEY_JVM_FOLDERS", old + " " + newest + " " + newer), "status");

        assertThat(answer.text()).contains(newest + "/bin/java ");
    }

    @Test
    void a_runtime_without_compiler_is_no_jdk() throws Exception {
        Path runtime = jdk("runtime", "25.0.1");
        Files.delete(runtime.resolve("bin/javac"));

        Answer answer = run(Map.of("JAVA_HOME", runtime.toString(), "PARLEY_JVM_FOLDERS", "/nowhere"), "status");

        assertThat(answer.exitCode()).isEqualTo(2);
    }

    @Test
    void no_jdk_at_all_is_one_message_that_says_what_to_do() throws Exception {
        Answer answer = run(Map.of("PARLEY_JVM_FOLDERS", jdk("old", "17.0.15").toString()), "up");

        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.text().lines())
                .singleElement()
                .asString()
                .startsWith("parley: no JDK of version 21 or newer found")
                .contains("JAVA_HOME");
    }

    @Test
    void what_is_built_is_built_again_only_after_a_change() throws Exception {
        Map<String, String> environment =
                Map.of("JAVA_HOME", jdk("chosen", "21").toString());

        Answer first = run(environment, "status");
        Answer second = run(environment, "status");
        Path changed = Files.createFile(checkout.resolve("cli/src/main/New.java"));
        Files.setLastModifiedTime(changed, FileTime.from(Instant.now().plusSeconds(5)));
        run(environment, "status");

        assertThat(first.text())
                .startsWith("Building Parley")
                .contains("\n  [4/4] cli\n")
                .doesNotContain("noise");
        assertThat(second.text()).doesNotContain("Building");
        assertThat(Files.readAllLines(checkout.resolve("built"))).hasSize(2);
    }

    @Test
    void a_run_without_a_platform_has_built_what_carries_it_out() throws Exception {
        executable(checkout.resolve("mvnw"), """
                #!/bin/sh
                echo "$*" >> built
                mkdir -p cli/target local/target/quarkus-app
                touch cli/target/parley.jar local/target/quarkus-app/quarkus-run.jar
                """);
        Map<String, String> environment =
                Map.of("JAVA_HOME", jdk("chosen", "21").toString());

        Answer first = run(environment, "run", "--local", "bot.parley.yaml");
        run(environment, "run", "bot.parley.yaml", "--local");

        assertThat(first.text()).endsWith("/cli/target/parley.jar run --local bot.parley.yaml\n");
        assertThat(Files.readAllLines(checkout.resolve("built")))
                .singleElement()
                .asString()
                .contains("-pl cli,local -am");
    }

    @Test
    void a_failed_build_names_the_error_and_the_file_with_the_rest() throws Exception {
        executable(checkout.resolve("mvnw"), "#!/bin/sh\necho 'noise'\necho '[ERROR] broken'\nexit 1\n");

        Answer answer = run(Map.of("JAVA_HOME", jdk("chosen", "21").toString()), "status");

        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.text())
                .contains("[ERROR] broken")
                .contains("all that it said is in " + checkout.toRealPath() + "/target/parley/build.log")
                .doesNotContain("noise");
    }

    private Path jdk(String name, String version) throws IOException {
        Path home = checkout.toRealPath().resolve("jdks").resolve(name);
        executable(home.resolve("bin/java"), ECHO);
        executable(home.resolve("bin/javac"), ECHO);
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"nobody\"\nJAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    private static void executable(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Answer run(Map<String, String> environment, String... arguments) throws Exception {
        Path said = checkout.resolve("said");
        ProcessBuilder builder = new ProcessBuilder(
                        "bash", checkout.resolve("parley").toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.command().addAll(List.of(arguments));
        builder.environment().remove("JAVA_HOME");
        builder.environment().put("PATH", pathWithoutJdk());
        builder.environment().putAll(environment);
        int exitCode = builder.start().waitFor();
        return new Answer(exitCode, Files.readString(said, UTF_8));
    }

    /** The system's programs one by one, because the folder they are in may hold a JDK too. */
    private String pathWithoutJdk() throws IOException {
        Path folder = checkout.resolve("programs");
        for (String name : PROGRAMS) {
            executable(folder.resolve(name), "#!/bin/sh\nexec /usr/bin/" + name + " \"$@\"\n");
        }
        return folder.toString();
    }
}
