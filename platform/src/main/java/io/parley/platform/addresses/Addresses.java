package io.parley.platform.addresses;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.resolver.dns.DnsNameResolver;
import io.netty.resolver.dns.DnsNameResolverBuilder;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.Future;
import io.parley.platform.eventloops.EventLoops;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;

/**
 * Resolves hosts that users name to addresses that may be connected to. The connection then goes to such an address and not
 * to the name, so that a name cannot point elsewhere in between.
 */
@ApplicationScoped
public class Addresses {

    private static final Duration QUERY_TIME = Duration.ofSeconds(2);
    /** For all queries of one resolution together. */
    private static final Duration MAX_WAIT = Duration.ofSeconds(10);

    private static final Duration MAX_KEPT = Duration.ofSeconds(30);

    /** How long a host that resolves nowhere is not asked for again. */
    private static final Duration FAILURE_KEPT = Duration.ofSeconds(5);

    private final AddressPolicy policy;
    private final EventLoops loops;
    private final EventLoopGroup group = new NioEventLoopGroup(1, new DefaultThreadFactory("parley-resolver", true));
    private final DnsNameResolver resolver;

    Addresses(EventLoops loops, AddressSettings settings) {
        this.policy = new AddressPolicy(settings.allowPrivate());
        this.loops = loops;
        this.resolver = new DnsNameResolverBuilder(group.next())
                .datagramChannelType(NioDatagramChannel.class)
                .queryTimeoutMillis(QUERY_TIME.toMillis())
                .ttl(0, (int) MAX_KEPT.toSeconds())
                .negativeTtl((int) FAILURE_KEPT.toSeconds())
                .build();
    }

    /**
     * The host's addresses, the preferred one first, on the context of the caller; fails with {@link UnusableHost}
     * when there are none that may be connected to.
     */
    public Uni<List<InetAddress>> of(String host) {
        Future<List<InetAddress>> resolution = resolver.resolveAll(host);
        return resolution.isSuccess()
                ? Uni.createFrom().item(() -> allowed(host, resolution.getNow()))
                : Uni.createFrom()
                        .<List<InetAddress>>emitter(emitter -> resolution.addListener(done -> {
                            if (done.isSuccess()) {
                                emitter.complete(resolution.getNow());
                            } else {
                                emitter.fail(UnusableHost.unresolved(host));
                            }
                        }))
                        .ifNoItem()
                        .after(MAX_WAIT)
                        .on(loops.clock())
                        .failWith(() -> UnusableHost.unresolved(host))
                        .emitOn(loops.here())
                        .map(addresses -> allowed(host, addresses));
    }

    private List<InetAddress> allowed(String host, List<InetAddress> addresses) {
        List<InetAddress> allowed = addresses.stream().filter(policy::allows).toList();
        if (allowed.isEmpty()) {
            throw UnusableHost.refused(host);
        }
        return allowed;
    }

    @PreDestroy
    void close() {
        resolver.close();
        var unused = group.shutdownGracefully();
    }
}
