package io.parley.validation.catalogue;

import io.parley.validation.assertions.AssertionType;
import io.parley.validation.behaviour.InTime;
import io.parley.validation.entities.NamesEntity;
import io.parley.validation.groups.Not;
import io.parley.validation.language.InLanguage;
import io.parley.validation.meaning.Similar;
import io.parley.validation.sandbox.Javascript;
import io.parley.validation.structure.IsJson;
import io.parley.validation.structure.MatchesPath;
import io.parley.validation.structure.MatchesSchema;
import io.parley.validation.text.Contains;
import io.parley.validation.text.ContainsAll;
import io.parley.validation.text.ContainsAny;
import io.parley.validation.text.EqualTo;
import io.parley.validation.text.MatchesRegex;
import io.parley.validation.text.StartsWith;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every kind of assertion, in the order in which messages and the suite's schema list them. */
final class Catalogue {

    static final List<AssertionType> TYPES = List.of(
            EqualTo.TYPE,
            Contains.TYPE,
            ContainsAny.TYPE,
            ContainsAll.TYPE,
            StartsWith.TYPE,
            MatchesRegex.TYPE,
            IsJson.TYPE,
            MatchesPath.TYPE,
            MatchesSchema.TYPE,
            InTime.TYPE,
            Similar.TYPE,
            InLanguage.TYPE,
            NamesEntity.TYPE,
            Javascript.TYPE,
            Not.TYPE);

    private static final Map<String, AssertionType> BY_KEY =
            TYPES.stream().collect(Collectors.toUnmodifiableMap(AssertionType::key, Function.identity()));

    private Catalogue() {}

    static Optional<AssertionType> named(String key) {
        return Optional.ofNullable(BY_KEY.get(key));
    }
}
