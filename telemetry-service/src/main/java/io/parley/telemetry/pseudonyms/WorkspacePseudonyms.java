package io.parley.telemetry.pseudonyms;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.crypto.Mac;

/**
 * The pseudonyms of one workspace, for one batch or request: it remembers those that it made, and is not safe for several
 * threads.
 */
public final class WorkspacePseudonyms {

    /** 128 bits tell subjects apart as well as UUIDs do, and make rows and indexes smaller than all 256 would. */
    private static final int BYTES = 16;

    private final Mac mac;
    private final Map<String, String> made = new HashMap<>();

    WorkspacePseudonyms(Mac mac) {
        this.mac = mac;
    }

    /** A subject's pseudonym: {@code p:} and 22 characters; a pseudonym stays as it is. */
    public String of(String subject) {
        return Pseudonyms.isPseudonym(subject) ? subject : made.computeIfAbsent(subject, this::make);
    }

    private String make(String subject) {
        byte[] hash = mac.doFinal(subject.getBytes(StandardCharsets.UTF_8));
        return Pseudonyms.PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, BYTES));
    }

    /** The ids under which something may be stored about whom a caller names: the pseudonym, then the name as it is. */
    public List<String> idsOf(String subject) {
        return Stream.of(of(subject), subject).distinct().toList();
    }
}
