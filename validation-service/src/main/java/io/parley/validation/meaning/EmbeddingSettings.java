package io.parley.validation.meaning;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Where sentence embeddings come from: without a URL, from the model inside this service. */
@ConfigMapping(prefix = "parley.validation.embeddings")
interface EmbeddingSettings {

    /** Base of an API like OpenAI's, such as {@code https://host/v1}; {@code /embeddings} is added. */
    Optional<String> url();

    /** The model to ask for there. */
    Optional<String> model();

    /** Sent there as a bearer token. */
    Optional<String> key();

    /** For one request there, from connecting to the last byte; three more tries may follow. */
    @WithDefault("10s")
    Duration timeout();

    /** How much memory embeddings of recent texts may take. */
    @WithDefault("16M")
    MemorySize cache();
}
