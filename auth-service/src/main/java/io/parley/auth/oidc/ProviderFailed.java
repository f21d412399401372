package io.parley.auth.oidc;

import java.util.Optional;
import java.util.regex.Pattern;

/** A provider that cannot be asked, or an answer of its that is not to be believed; the message says why, of "it". */
public final class ProviderFailed extends RuntimeException {

    private static final long serialVersionUID = 1;

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final int LONGEST = 200;

    private final boolean tellable;

    ProviderFailed(String message) {
        this(message, false);
    }

    private ProviderFailed(String message, boolean tellable) {
        super(shortened(CONTROL.matcher(message).replaceAll(" ")), null, false, false);
        this.tellable = tellable;
    }

    /** With a message that repeats nothing of the provider, nor of where it is. */
    static ProviderFailed inOurWords(String message) {
        return new ProviderFailed(message, true);
    }

    /** Why, in words for whoever set the provider up: 200 characters at most, and no control characters. */
    public String reason() {
        return String.valueOf(getMessage());
    }

    /** Why, as anybody may be told it. */
    public Optional<String> publicReason() {
        return tellable ? Optional.of(reason()) : Optional.empty();
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
