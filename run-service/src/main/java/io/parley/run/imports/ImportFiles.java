package io.parley.run.imports;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Files of another tool.
 *
 * @param format what they are; told by what is in them unless given
 * @param files their texts by their paths, relative to one folder that all of them are in
 */
record ImportFiles(
        @Nullable String format,

        @NotEmpty @Size(max = 2_000) Map<
                        @NotEmpty @Size(max = 1_000) @Pattern(
                                regexp = "(?!/)(?!(?:[^\\x00]*/)?\\.{0,2}(?:/|$))[^\\x00]*",
                                message =
                                        "must be the path of a file from the folder that all are in, such as tests/a.csv: without / before it, without . and .. for folders, and without the character U+0000")
                        String,
                        @NotNull String>
                files) {}
