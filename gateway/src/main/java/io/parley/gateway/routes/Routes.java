package io.parley.gateway.routes;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every way through the gateway. What is not listed is not reachable: no service's management or internal paths. */
@ApplicationScoped
public class Routes {

    private static final String AUTH = "auth";

    private final List<Route> longestFirst;
    private final List<Upstream> upstreams;
    private final Upstream auth;
    private final Set<String> publicPaths;
    private final Pattern publicPatterns;

    Routes(GatewaySettings settings) {
        this.longestFirst = settings.services().entrySet().stream()
                .flatMap(service -> routes(service.getKey(), service.getValue(), settings.bodyLimit()))
                .sorted(Comparator.comparingInt((Route route) -> route.prefix().length())
                        .reversed())
                .toList();
        this.upstreams = longestFirst.stream()
                .map(Route::upstream)
                .distinct()
                .sorted(Comparator.comparing(Upstream::name))
                .toList();
        this.auth = upstreams.stream()
                .filter(upstream -> upstream.name().equals(AUTH))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("parley.gateway.services.auth is missing"));
        this.publicPaths = Set.copyOf(settings.publicPaths());
        this.publicPatterns = patterns(settings.publicPaths());
    }

    /** What matches paths in which a segment can be anything; such a segment is written {@code *}. */
    private static Pattern patterns(List<String> paths) {
        return Pattern.compile(paths.stream()
                .filter(path -> path.contains("/*"))
                .map(path -> Pattern.quote(path).replace("/*", "/\\E[^/]+\\Q"))
                .collect(Collectors.joining("|")));
    }

    private static Stream<Route> routes(String name, GatewaySettings.Service service, MemorySize bodyLimit) {
        Upstream upstream = Upstream.of(name, service);
        return service.paths().stream()
                .map(path -> new Route(
                        path,
                        upstream,
                        service.bodyLimits().getOrDefault(path, bodyLimit).asLongValue()));
    }

    /** The way for a normalised path, if there is one. */
    public Optional<Route> of(String path) {
        return longestFirst.stream().filter(route -> route.covers(path)).findFirst();
    }

    /** Whether a normalised path may be asked for by anybody. */
    public boolean isPublic(String path) {
        return publicPaths.contains(path) || publicPatterns.matcher(path).matches();
    }

    /** Every service behind the gateway, sorted by name. */
    public List<Upstream> upstreams() {
        return upstreams;
    }

    /** The service that exchanges API keys. */
    public Upstream auth() {
        return auth;
    }
}
