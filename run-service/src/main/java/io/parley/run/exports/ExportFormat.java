package io.parley.run.exports;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.parley.platform.local.ForLocal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What results can be written as. */
@ForLocal
public enum ExportFormat {
    /** As CI servers show it. */
    JUNIT("application/xml; charset=utf-8"),
    /** With everything that is known of each execution. */
    JSON("application/json; charset=utf-8"),
    /** A row for each execution. */
    CSV("text/csv; charset=utf-8; header=present"),
    /** For pull requests: the counts, and what did not pass. */
    MARKDOWN("text/markdown; charset=utf-8");

    private final String mediaType;

    ExportFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    static Optional<ExportFormat> named(@Nullable String name) {
        return Arrays.stream(values())
                .filter(format -> format.parameter().equals(name))
                .findFirst();
    }

    static List<String> names() {
        return Arrays.stream(values()).map(ExportFormat::parameter).toList();
    }

    /** Of the file. */
    public String mediaType() {
        return mediaType;
    }

    /** A layout for one file. */
    Layout layout(ObjectMapper json) {
        return switch (this) {
            case JUNIT -> new JunitLayout(json);
            case JSON -> new JsonLayout(json);
            case CSV -> new CsvLayout(json);
            case MARKDOWN -> new MarkdownLayout(json);
        };
    }

    private String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }
}
