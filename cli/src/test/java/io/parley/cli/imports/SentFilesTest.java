package io.parley.cli.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.cli.up.PlatformException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SentFilesTest {

    @TempDir
    Path folder;

    @Test
    void a_file_is_sent_with_all_that_it_names_and_they_name() throws IOException {
        Path start = write("eval/promptfooconfig.yaml", """
                prompts: [file://prompts/*.txt, "{{question}}"]
                tests: [tests.csv, 'file://more.yaml', {vars: {note: file://../note.md, code: file://f.js:run}}]
                """);
        write("eval/prompts/a.txt", "A");
        write("eval/prompts/b.txt", "B");
        write("eval/tests.csv", "a\n1");
        write("eval/more.yaml", "- assert: [{type: is-json, value: file://schema.json}]");
        write("eval/schema.json", "{}");
        write("eval/f.js", "");
        write("eval/unrelated.txt", "");
        write("note.md", "");

        assertThat(SentFiles.of(start))
                .containsOnlyKeys(
                        "eval/promptfooconfig.yaml",
                        "eval/prompts/a.txt",
                        "eval/prompts/b.txt",
                        "eval/tests.csv",
                        "eval/more.yaml",
                        "eval/schema.json",
                        "eval/f.js",
                        "note.md")
                .containsEntry("eval/prompts/b.txt", "B");
    }

    @Test
    void what_is_hidden_or_absolute_or_missing_is_never_followed() throws IOException {
        write(".secret/key.txt", "key");
        write(".env.json", "key");
        Path start = write("a.yaml", "[file://.secret/key.txt, .env.json, 'file:///etc/hosts', file://gone.txt]");

        assertThat(SentFiles.of(start)).containsOnlyKeys("a.yaml");
    }

    @Test
    void a_folder_is_every_text_in_it() throws IOException {
        write("in/a.yaml", "");
        write("in/b/c.csv", "");
        write("in/d.png", "");
        write("in/node_modules/e.json", "");

        assertThat(SentFiles.of(folder.resolve("in"))).containsOnlyKeys("a.yaml", "b/c.csv");
    }

    @Test
    void nothing_to_import_is_told() {
        assertThatThrownBy(() -> SentFiles.of(folder.resolve("gone")))
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("gone");
        assertThatThrownBy(() -> SentFiles.of(folder)).isInstanceOf(PlatformException.class);
    }

    @Test
    void a_suite_of_parley_says_so() throws IOException {
        assertThat(Importing.isSuite(write("x.parley.yaml", ""))).isTrue();
        assertThat(Importing.isSuite(write("x.yaml", "# first\nparley: 1\nname: x")))
                .isTrue();
        assertThat(Importing.isSuite(write("x.json", "{\"parley\": 1}"))).isTrue();
        assertThat(Importing.isSuite(write("y.yaml", "prompts: [x]\ntests:\n  - vars: {a: 1}\n    parley: 1")))
                .isFalse();
        assertThat(Importing.isSuite(write("y.csv", "parley: 1"))).isFalse();
        assertThat(Importing.isSuite(folder)).isFalse();
    }

    private Path write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
