package io.parley.run.suites;

import io.parley.run.foreign.SourceFiles;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * A suite file that is to be read.
 *
 * @param beside files that its cases may take rows of, by their paths from its folder; others are not looked at
 */
public record SuiteText(String source, SourceFiles beside) {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** A file that stands alone. */
    public static SuiteText of(String source) {
        return new SuiteText(source, SourceFiles.NONE);
    }

    /** A file that stands alone; a 422 if it is not UTF-8. */
    static SuiteText of(byte[] file) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            return of(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
        } catch (CharacterCodingException otherEncoding) {
            throw SuiteProblems.malformed("the file is not UTF-8");
        }
    }
}
