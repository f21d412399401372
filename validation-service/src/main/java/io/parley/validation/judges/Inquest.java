package io.parley.validation.judges;

import io.parley.validation.chat.Usage;
import io.parley.validation.models.Model;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/** A question and the model it goes to. */
record Inquest(Asked asked, Model model) {

    /**
     * SHA-256 of all that makes the answer what it is: endpoint, model, prompt and document, but neither the key nor the
     * price. Equal ones are the same question. A case that is held again is there to be judged again too, so each time but
     * the first has a question of its own.
     */
    byte[] digest() {
        List<String> parts = new ArrayList<>(List.of(
                model.endpoint().baseUrl(),
                model.endpoint().model(),
                asked.prompt().version(),
                asked.prompt().instructions(),
                asked.document()));
        if (asked.origin().repeat() > 1) {
            parts.add("repeat " + asked.origin().repeat());
        }
        return digest(parts);
    }

    Juror juror() {
        return new Juror(asked.model(), model.endpoint().model(), asked.prompt().version());
    }

    /** What this came to at the model's prices. */
    Spent spent(Usage usage) {
        return new Spent(usage, model.prices().of(usage.inputTokens(), usage.outputTokens()));
    }

    /** Each part with its length, so that none can run into the next. */
    private static byte[] digest(List<String> parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
                digest.update(bytes);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
