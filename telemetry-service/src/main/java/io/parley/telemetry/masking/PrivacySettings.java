package io.parley.telemetry.masking;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * What a workspace does not want to be kept of the events that are sent to it. All pointers are JSON Pointers into the payload.
 *
 * @param dropped where values are left out
 * @param masked where values are replaced by {@code "***"}
 * @param freeText whether texts are kept as they are; if not, every string is masked that {@code kept} does not point to
 * @param kept where strings are kept though texts are not
 * @param plainSubjects whether ids of subjects are kept as they are; if not, pseudonyms stand for them
 */
record PrivacySettings(
        @NotNull @Size(max = 100) List<
                        @NotNull @Size(max = 500) @Pattern(regexp = PrivacySettings.POINTER, message = PrivacySettings.MESSAGE) String>
                dropped,

        @NotNull @Size(max = 100) List<
                        @NotNull @Size(max = 500) @Pattern(regexp = PrivacySettings.POINTER, message = PrivacySettings.MESSAGE) String>
                masked,

        boolean freeText,

        @NotNull @Size(max = 100) List<
                        @NotNull @Size(max = 500) @Pattern(regexp = PrivacySettings.POINTER, message = PrivacySettings.MESSAGE) String>
                kept,

        boolean plainSubjects) {

    /** Of a workspace that never said what it wants. */
    static final PrivacySettings DEFAULT = new PrivacySettings(List.of(), List.of(), true, List.of(), false);

    private static final String POINTER = "(/([^~/\\x00]|~0|~1)*)+";
    private static final String MESSAGE = "must be a JSON Pointer into the payload such as /user/email";
}
