package io.parley.worker.secrets;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.parley.platform.secrets.Sealer;
import io.parley.worker.BrokenOff;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A target's secrets during one conversation: opened when a template first asks, taken out of all that comes back. */
public final class Secrets {

    /** Of a target that has none. */
    public static final Secrets NONE = new Secrets(Map.of(), UnaryOperator.identity());

    private static final String HIDDEN = "***";
    private static final int SHORTEST_HIDDEN = 8;

    /** A secret that begins with another one is to go as a whole. */
    private static final Comparator<String> LONGEST_FIRST =
            Comparator.comparingInt(String::length).reversed();

    private final Map<String, String> sealed;
    private final UnaryOperator<String> opener;
    private Map<String, String> opened = Map.of();
    private List<String> hidden = List.of();

    /** @param sealed by name */
    public Secrets(Map<String, String> sealed, Sealer sealer) {
        this(sealed, sealer::open);
    }

    private Secrets(Map<String, String> sealed, UnaryOperator<String> opener) {
        this.sealed = sealed;
        this.opener = opener;
    }

    /** All of them in clear, by name; fails with {@link BrokenOff} when one cannot be opened. */
    public Map<String, String> open() {
        if (opened.size() < sealed.size()) {
            Map<String, String> clear = new HashMap<>();
            sealed.forEach((name, text) -> clear.put(name, open(name, text)));
            opened = clear;
            hideForms(clear.values().stream().flatMap(Secrets::forms));
        }
        return opened;
    }

    private String open(String name, String text) {
        try {
            return opener.apply(text);
        } catch (IllegalStateException | IllegalArgumentException unreadable) {
            throw new BrokenOff(
                    "secret-unreadable",
                    "the target's secret '%s' cannot be opened with this platform's master key; store it anew"
                            .formatted(name));
        }
    }

    /** The secret as it may stand in texts, in JSON, in forms and in URLs. */
    private static Stream<String> forms(String secret) {
        String encoded = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        return Stream.of(
                        secret,
                        new String(JsonStringEncoder.getInstance().quoteAsString(secret)),
                        encoded,
                        asInUrls(encoded))
                .filter(form -> !form.isEmpty());
    }

    /** As {@code encodeURIComponent} writes it, and with it the templates of URLs. */
    private static String asInUrls(String encoded) {
        return encoded.replace("+", "%20")
                .replace("%21", "!")
                .replace("%27", "'")
                .replace("%28", "(")
                .replace("%29", ")")
                .replace("%7E", "~");
    }

    /** Keeps values out of everything from now on that were not sealed, such as a token from a login; short ones are none. */
    public void hide(Stream<String> values) {
        hideForms(values.filter(value -> value.length() >= SHORTEST_HIDDEN).flatMap(Secrets::forms));
    }

    private void hideForms(Stream<String> more) {
        hidden = Stream.concat(hidden.stream(), more)
                .distinct()
                .sorted(LONGEST_FIRST)
                .toList();
    }

    /** The text with every opened secret in it replaced. */
    public String redact(String text) {
        String clean = text;
        for (String form : hidden) {
            clean = clean.replace(form, HIDDEN);
        }
        return clean;
    }

    /** The same for every text in a JSON value, in place. */
    public JsonNode redact(JsonNode node) {
        if (hidden.isEmpty()) {
            return node;
        }
        switch (node) {
            case ObjectNode object -> object.properties().forEach(field -> field.setValue(redact(field.getValue())));
            case ArrayNode array -> {
                for (int index = 0; index < array.size(); index++) {
                    array.set(index, redact(array.get(index)));
                }
            }
            case TextNode text -> {
                return TextNode.valueOf(redact(text.textValue()));
            }
            default -> {}
        }
        return node;
    }
}
