package io.parley.validation.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class CodeBlocksTest {

    @Test
    void blocks_of_sql_or_of_no_language_are_found() {
        String text = """
                Try this:
                ```sql
                select 1
                ```
                ~~~
                select 2;
                ~~~
                ```java
                int x;
                ```
                ````SQL
                select 3
                ```
                ````
                """;

        assertThat(CodeBlocks.of(text)).containsExactly("select 1", "select 2;", "select 3\n```");
    }

    @Test
    void what_is_empty_or_never_closed_is_no_block() {
        assertThat(CodeBlocks.of("```sql\n\n```\n```\nselect 1")).isEmpty();
        assertThat(CodeBlocks.of("select 1")).isEmpty();
        assertThat(CodeBlocks.of("    ```\nselect 1\n```")).isEmpty();
        assertThat(CodeBlocks.of("```\nselect 1\n~~~\n")).isEmpty();
    }

    @Test
    @Timeout(20)
    void a_fence_before_a_million_spaces_is_read_in_one_pass() {
        String spaces = " ".repeat(1_000_000);

        assertThat(CodeBlocks.of("```" + spaces + "x")).isEmpty();
        assertThat(CodeBlocks.of("```" + spaces + "\nselect 1\n```" + spaces)).containsExactly("select 1");
    }
}
