package io.parley.run.suites;

import io.parley.run.foreign.SourceFiles;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * A suite file that is to be read.
 *
 * @param called what to call it before its mistakes, where it came with others or was made of them; empty where it stands alone
 * @param files that its cases may take rows of; others are not looked at
 * @param path of the suite among the files, from whose folder it names them; empty where it is none of them
 */
public record SuiteText(String source, String called, SourceFiles files, String path) {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** A file that stands alone. */
    public static SuiteText of(String source) {
        return new SuiteText(source, "", SourceFiles.NONE, "");
    }

    /** One of several files. */
    public static SuiteText among(SourceFiles files, String path) {
        return new SuiteText(files.text(path).orElseThrow(), path, files, path);
    }

    /** A suite that files of another tool came to. Its lines are no lines of theirs. */
    public static SuiteText converted(String name, String source) {
        return new SuiteText(source, "the suite '" + name + "' that the files come to, in JSON", SourceFiles.NONE, "");
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
