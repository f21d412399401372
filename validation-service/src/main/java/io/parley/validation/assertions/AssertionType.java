package io.parley.validation.assertions;

/**
 * A kind of assertion.
 *
 * @param key its name in suite files
 * @param comparesText whether {@code ignore-case} means something to it
 * @param schema JSON Schema of what stands under its name, with a title and an example of the whole assertion; the suite's
 *     schema is made from these, so references reach its {@code $defs}
 */
public record AssertionType(String key, boolean comparesText, String schema, Reader reader) {

    public static AssertionType of(String key, String schema, Reader reader) {
        return new AssertionType(key, false, schema, reader);
    }

    /** One to which {@code ignore-case} means something. */
    public static AssertionType comparingText(String key, String schema, Reader reader) {
        return new AssertionType(key, true, schema, reader);
    }

    /** Makes the assertion from how it is written. */
    @FunctionalInterface
    public interface Reader {

        /**
         * Reads one assertion.
         *
         * @param fields the assertion as a whole, its name and the options beside it
         * @throws MalformedAssertion if the schema would refuse it, or a pattern, path or schema in it is none
         */
        Assertion read(Fields fields, Reading reading);
    }
}
