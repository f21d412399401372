package io.parley.backing;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Makes virtual hosts on a running broker through Erlang's {@code erl_call}, which takes milliseconds where
 * {@code rabbitmqctl} starts a whole Erlang for seconds.
 *
 * @param program the path of {@code erl_call}
 * @param home the home folder of the node, with its cookie
 * @param namesPort the port of the node's name server
 */
public record BrokerControl(Path program, Path home, int namesPort) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9_-]{1,60}");

    /** Makes an empty virtual host that the broker's user may do everything in. */
    public void createVirtualHost(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("A virtual host's name is " + NAME + ", not " + name);
        }
        String user = RabbitServer.USER;
        evaluate("""
                rabbit_vhost:add(<<"%1$s">>, <<"%2$s">>),
                rabbit_auth_backend_internal:set_permissions(
                    <<"%2$s">>, <<"%1$s">>, <<".*">>, <<".*">>, <<".*">>, <<"%2$s">>).
                """.formatted(name, user));
    }

    private void evaluate(String expressions) {
        try {
            Process process = command().start();
            try (Writer writer = process.outputWriter(StandardCharsets.UTF_8)) {
                writer.write(expressions);
            }
            String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0 || !answer.equals("{ok, ok}")) {
                throw new BackingException("RabbitMQ did not carry out a command: " + answer);
            }
        } catch (IOException e) {
            throw new BackingException("RabbitMQ cannot be reached by " + program, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BackingException("interrupted", e);
        }
    }

    private ProcessBuilder command() {
        ProcessBuilder builder =
                new ProcessBuilder(program.toString(), "-sname", RabbitServer.NODE, "-e").redirectErrorStream(true);
        builder.environment().put("HOME", home.toString());
        builder.environment().put("ERL_EPMD_PORT", Integer.toString(namesPort));
        return builder;
    }
}
