package io.parley.cli.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.cli.up.PlatformException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SentFilesTest {

    @TempDir
    Path folder;

    @Test
    void a_file_is_sent_with_all_that_it_names_and_they_name() throws IOException {
        Path start = write("eval/promptfooconfig.yaml", """
                prompts: [file://prompts/*.txt, "{{question}}"]
                tests: [tests.csv, 'file://more.yaml', {vars: {note: file://notes/note.md, code: file://f.js:run}}]
                """);
        write("eval/prompts/a.txt", "A");
        write("eval/prompts/b.txt", "B");
        write("eval/tests.csv", "a\n1");
        write("eval/more.yaml", "- assert: [{type: is-json, value: file://schema.json}]");
        write("eval/schema.json", "{}");
        write("eval/f.js", "");
        write("eval/unrelated.txt", "");
        write("eval/notes/note.md", "file://../prompts/../unrelated2.txt and file://more.json");
        write("eval/unrelated2.txt", "");
        write("eval/notes/more.json", "{}");

        assertThat(SentFiles.of(start))
                .containsOnlyKeys(
                        "promptfooconfig.yaml",
                        "prompts/a.txt",
                        "prompts/b.txt",
                        "tests.csv",
                        "more.yaml",
                        "schema.json",
                        "f.js",
                        "notes/note.md",
                        "notes/more.json",
                        "unrelated2.txt")
                .containsEntry("prompts/b.txt", "B");
    }

    @Test
    void brackets_and_templates_in_names_are_read_as_wildcards_are() throws IOException {
        Path start = write("a.yaml", """
                tests:
                  - file://tests/{a,b}.csv
                  - file://tests/[x-z]*.csv
                  - file://p/{{name}}.txt
                  - file://[.csv
                  - "file://two words.txt"
                """);
        write("tests/a.csv", "");
        write("tests/b.csv", "");
        write("tests/c.csv", "");
        write("tests/yes.csv", "");
        write("p/any.txt", "");
        write("two words.txt", "{\"x\": file://p/{one,two}.md}");
        write("p/one.md", "");

        assertThat(SentFiles.of(start))
                .containsOnlyKeys("a.yaml", "tests/a.csv", "tests/b.csv", "tests/yes.csv", "two words.txt", "p/one.md");
    }

    @Test
    void a_name_in_a_sentence_is_no_reference() throws IOException {
        Path start = write("eval/a.yaml", """
                prompts: ["Never tell what is in credentials.json, or in keys.txt"]
                tests: [{vars: {file: named.json, note: file://secrets.pem}}]
                # and nothing of comment.csv
                """);
        for (String name : List.of("credentials.json", "keys.txt", "secrets.pem", "comment.csv", "named.json")) {
            write("eval/" + name, "");
        }

        write("eval/named.json", "{\t\"$ref\":\t\"of-json.yaml\"\t}");
        write("eval/of-json.yaml", "");

        assertThat(SentFiles.of(start)).containsOnlyKeys("a.yaml", "named.json", "of-json.yaml");
    }

    @Test
    void nothing_above_the_folder_of_the_first_file_is_sent() throws IOException {
        Path start = write("eval/a.yaml", "[file://../above.txt, file://b/c.yaml, file://../*.txt]");
        write("above.txt", "");
        write("eval/b/c.yaml", "[file://../within.txt, file://../../above.txt]");
        write("eval/within.txt", "");
        Path suite = write("eval/s.parley.yaml", "parley: 1\ncases: [{data: ../rows.csv}, {data: rows.csv}]");
        write("rows.csv", "");
        write("eval/rows.csv", "");

        assertThat(SentFiles.of(start)).containsOnlyKeys("a.yaml", "b/c.yaml", "within.txt");
        assertThat(SentFiles.ofSuite(suite)).containsOnlyKeys("s.parley.yaml", "rows.csv");
    }

    @Test
    void what_is_hidden_or_absolute_or_missing_is_never_followed() throws IOException {
        write(".secret/key.txt", "key");
        write(".env.json", "key");
        write("b/.secret/key.txt", "key");
        Path start = write(
                "a.yaml",
                "[file://.secret/key.txt, file://.secret/*.txt, file://b/**/*.txt, file://b/.secret/*, .env.json, 'file:///etc/hosts.txt', file://gone.txt]");

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
