package io.parley.cli.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.cli.up.PlatformException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuiteFilesTest {

    @TempDir
    Path folder;

    private Path booking;
    private Path weather;
    private Path other;

    @BeforeEach
    void write() throws IOException {
        booking = Files.writeString(folder.resolve("booking.parley.yaml"), "");
        weather =
                Files.writeString(Files.createDirectory(folder.resolve("city")).resolve("weather.parley.json"), "");
        other = Files.writeString(folder.resolve("values.yaml"), "");
    }

    @Test
    void a_file_is_taken_whatever_it_is_called() {
        assertThat(SuiteFiles.of(List.of(other.toString()))).containsExactly(other);
    }

    @Test
    void a_folder_is_all_suites_in_it_and_below() {
        assertThat(SuiteFiles.of(List.of(folder.toString()))).containsExactly(booking, weather);
    }

    @Test
    void a_glob_is_what_it_matches() {
        assertThat(SuiteFiles.of(List.of(folder + "/*.yaml"))).containsExactly(booking, other);
        assertThat(SuiteFiles.of(List.of(folder + "/**/w*.json"))).containsExactly(weather);
    }

    @Test
    void two_stars_stand_for_any_folders_and_for_none() {
        assertThat(SuiteFiles.of(List.of(folder + "/**/*.parley.{yaml,json}"))).containsExactly(booking, weather);
    }

    @Test
    void a_folder_that_is_called_like_a_glob_is_a_folder() throws IOException {
        Path odd = Files.createDirectory(folder.resolve("[old]"));
        Path suite = Files.writeString(odd.resolve("old.parley.yaml"), "");

        assertThat(SuiteFiles.of(List.of(odd.toString()))).containsExactly(suite);
        assertThat(SuiteFiles.of(List.of(suite.toString()))).containsExactly(suite);
    }

    @Test
    void what_is_no_glob_says_why() {
        assertThatThrownBy(() -> SuiteFiles.of(List.of(folder + "/{booking,weather")))
                .isInstanceOf(PlatformException.class)
                .hasMessageStartingWith(folder + "/{booking,weather is no glob: ");
    }

    @Test
    void a_file_that_is_named_twice_is_run_once() {
        assertThat(SuiteFiles.of(List.of(booking.toString(), folder.toString())))
                .containsExactly(booking, weather);
    }

    @Test
    void what_names_no_file_is_a_mistake() {
        for (String nothing : List.of(folder + "/missing.yaml", folder + "/*.txt", folder + "/none/*.yaml")) {
            assertThatThrownBy(() -> SuiteFiles.of(List.of(booking.toString(), nothing)))
                    .isInstanceOf(PlatformException.class)
                    .hasMessageStartingWith("No suite at " + nothing);
        }
    }
}
