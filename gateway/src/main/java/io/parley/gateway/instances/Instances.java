package io.parley.gateway.instances;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.parley.gateway.routes.Instance;
import io.parley.gateway.routes.Routes;
import io.parley.gateway.routes.Upstream;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** The instances of every service, asked in turn. Those that leave requests unanswered are left alone for a while. */
@ApplicationScoped
public class Instances {

    private static final Logger LOG = Logger.getLogger(Instances.class);

    private final Map<String, Turn> turns;
    private final Map<Instance, Circuit> circuits;
    private final MeterRegistry metrics;

    Instances(Routes routes, InstanceSettings settings, Clock clock, MeterRegistry metrics) {
        this.turns = routes.upstreams().stream()
                .collect(toUnmodifiableMap(Upstream::name, upstream -> new Turn(upstream.instances())));
        this.circuits = routes.upstreams().stream()
                .flatMap(upstream -> upstream.instances().stream())
                .collect(toUnmodifiableMap(
                        Function.identity(), instance -> new Circuit(settings.failures(), settings.pause(), clock)));
        this.metrics = metrics;
        circuits.forEach(this::measure);
    }

    private void measure(Instance instance, Circuit circuit) {
        Gauge.builder("parley.gateway.circuit.open", circuit, Instances::open)
                .description("1 while an instance is left alone or probed")
                .tag("service", instance.service())
                .tag("instance", instance.address())
                .register(metrics);
    }

    private static double open(Circuit circuit) {
        return circuit.state() instanceof Circuit.Closed ? 0 : 1;
    }

    /** One request's way through the instances of a service. */
    public Visit visit(Upstream upstream) {
        return new Visit(this, upstream);
    }

    Optional<Instance> next(Upstream upstream, Set<Instance> asked) {
        Turn turn = turns.get(upstream.name());
        return turn == null
                ? Optional.empty()
                : turn.take(asked, instance -> circuit(instance).admits());
    }

    void answered(Instance instance) {
        circuit(instance).answered();
    }

    void failed(Instance instance) {
        if (circuit(instance).failed()) {
            metrics.counter("parley.gateway.circuit.opened", "service", instance.service())
                    .increment();
            LOG.warnf("message=\"instance left alone\" service=%s instance=%s", instance.service(), instance.address());
        }
    }

    void askedAnother(Upstream upstream) {
        metrics.counter("parley.gateway.retries", "service", upstream.name()).increment();
    }

    Map<Instance, Circuit> circuits() {
        return circuits;
    }

    private Circuit circuit(Instance instance) {
        Circuit circuit = circuits.get(instance);
        if (circuit == null) {
            throw new IllegalArgumentException("not behind this gateway: " + instance.address());
        }
        return circuit;
    }
}
