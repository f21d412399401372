package io.parley.backing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** One RabbitMQ node without plugins, reachable from this machine only, with its own name server. */
final class RabbitServer extends Server {

    static final String USER = "parley";
    static final String VIRTUAL_HOST = "parley";
    static final String NODE = "parley@localhost";

    private static final byte[] PROTOCOL_HEADER = {'A', 'M', 'Q', 'P', 0, 0, 9, 1};

    /** The first bytes of {@code connection.start}: a method frame on channel 0. */
    private static final String METHOD_FRAME = "\1\0\0";

    private final Path folder;
    private final Ports ports;
    private final Credentials credentials;
    private final RabbitInstallation installation;
    private final NameServer names;

    RabbitServer(Path data, Ports ports, Credentials credentials, RabbitInstallation installation) {
        super("rabbitmq", data.resolve("logs/rabbitmq.log"));
        this.folder = data.resolve("rabbitmq");
        this.ports = ports;
        this.credentials = credentials;
        this.installation = installation;
        this.names = new NameServer(installation, ports.brokerNames());
    }

    @Override
    protected void prepare() throws IOException {
        Folders.privateFolder(folder);
        Folders.privateFolder(home());
        writeOnce(home().resolve(".erlang.cookie"), credentials.brokerCookie());
        Folders.writePrivately(folder.resolve("enabled_plugins"), "[].");
        Folders.writePrivately(
                folder.resolve("rabbitmq.conf"), """
                default_vhost = %s
                default_user = %s
                default_pass = %s
                vm_memory_high_watermark.absolute = 512MB
                disk_free_limit.absolute = 100MB
                # a conversation may take hours until it is acknowledged
                consumer_timeout = 86400000
                log.console = true
                log.console.level = warning
                log.file = false
                """.formatted(VIRTUAL_HOST, USER, credentials.broker()));
        names.start();
    }

    @Override
    protected ProcessBuilder command() {
        ProcessBuilder builder = installation.command(installation.server().toString());
        builder.environment().putAll(settings());
        return builder;
    }

    @Override
    protected Spawner.End end() {
        return Spawner.End.TERM;
    }

    @Override
    protected boolean ready() {
        return Probe.answers(ports.broker(), PROTOCOL_HEADER, METHOD_FRAME);
    }

    @Override
    public synchronized void stop() {
        super.stop();
        names.stop();
    }

    /** The home folder of the node, with the cookie that lets Erlang's tools talk to it. */
    Path home() {
        return folder.resolve("home");
    }

    private Map<String, String> settings() {
        return Map.ofEntries(
                Map.entry("HOME", home().toString()),
                Map.entry("RABBITMQ_NODENAME", NODE),
                Map.entry("RABBITMQ_NODE_IP_ADDRESS", "127.0.0.1"),
                Map.entry("RABBITMQ_NODE_PORT", Integer.toString(ports.broker())),
                Map.entry("RABBITMQ_DIST_PORT", Integer.toString(ports.brokerDistribution())),
                Map.entry("ERL_EPMD_PORT", Integer.toString(ports.brokerNames())),
                Map.entry("ERL_EPMD_ADDRESS", "127.0.0.1"),
                Map.entry("RABBITMQ_MNESIA_BASE", folder.resolve("data").toString()),
                Map.entry("RABBITMQ_LOG_BASE", folder.resolve("log").toString()),
                Map.entry("RABBITMQ_PID_FILE", folder.resolve("pid").toString()),
                Map.entry(
                        "RABBITMQ_GENERATED_CONFIG_DIR",
                        folder.resolve("generated").toString()),
                Map.entry("RABBITMQ_CONFIG_FILE", folder.resolve("rabbitmq").toString()),
                Map.entry(
                        "RABBITMQ_ADVANCED_CONFIG_FILE", folder.resolve("none").toString()),
                Map.entry("RABBITMQ_CONF_ENV_FILE", folder.resolve("none").toString()),
                Map.entry(
                        "RABBITMQ_ENABLED_PLUGINS_FILE",
                        folder.resolve("enabled_plugins").toString()),
                Map.entry(
                        "RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS",
                        "+S 2:2 +sbwt none +sbwtdcpu none +sbwtdio none"
                                + " -kernel inet_dist_use_interface {127,0,0,1}"),
                // Lets the start script become the server instead of waiting beside it: one process, one signal.
                Map.entry("RUNNING_UNDER_SYSTEMD", "true"));
    }

    private static void writeOnce(Path file, String text) throws IOException {
        if (!Files.exists(file)) {
            Folders.writePrivately(file, text);
        }
    }
}
