package io.parley.cli.login;

import io.parley.cli.api.ParleyApi;
import io.parley.cli.up.DataOption;
import io.parley.cli.up.Owner;
import io.parley.cli.up.PlatformException;
import io.parley.cli.up.PlatformState;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Where the platform is and who its operator is. A platform on this machine tells both in its data folder; for another
 * one, and for an operator who changed the password, they are given.
 */
public final class OperatorOptions {

    private static final String URL = "PARLEY_URL";
    private static final String KEY = "PARLEY_API_KEY";
    private static final String EMAIL = "PARLEY_EMAIL";
    private static final String PASSWORD = "PARLEY_PASSWORD";

    @Mixin
    private DataOption data = new DataOption();

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "A platform elsewhere (default: $PARLEY_URL, else the one on this machine). It is used with"
                    + " $PARLEY_API_KEY, or else $PARLEY_EMAIL and $PARLEY_PASSWORD.")
    private @Nullable String url;

    @Option(
            names = "--code",
            paramLabel = "CODE",
            description =
                    "The code of the second factor, or a recovery code, for a login that needs one (default: it is asked for"
                            + " in the terminal, which counts as a try to log in).")
    private @Nullable String code;

    private final Map<String, String> environment;

    public OperatorOptions() {
        this(System.getenv());
    }

    OperatorOptions(Map<String, String> environment) {
        this.environment = environment;
    }

    /** Logs in, unless there is an API key; the password that a platform on this machine keeps is sent to no other. */
    public ParleyApi login() {
        String elsewhere = url != null ? url : environment.get(URL);
        String key = environment.get(KEY);
        if (key != null) {
            return ParleyApi.withKey(URI.create(elsewhere != null ? elsewhere : local().address()), key);
        }
        if (elsewhere != null) {
            return login(elsewhere, given());
        }
        PlatformState local = local();
        return login(local.address(), environment.containsKey(EMAIL) ? given() : local.owner());
    }

    private ParleyApi login(String address, Owner operator) {
        URI platform = URI.create(address);
        return code != null
                ? ParleyApi.login(platform, operator.email(), operator.password(), code)
                : ParleyApi.login(platform, operator.email(), operator.password(), OperatorOptions::asked);
    }

    private static String asked() {
        System.err.print("Code of the second factor: ");
        try {
            String typed = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())).readLine();
            if (typed == null) {
                throw new PlatformException("The login asks for the code of the second factor: give it with --code.");
            }
            return typed;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Owner given() {
        String email = environment.get(EMAIL);
        String password = environment.get(PASSWORD);
        if (email == null || password == null) {
            throw new PlatformException(
                    "Set " + KEY + " to an API key of the platform, or " + EMAIL + " and " + PASSWORD + " to a login.");
        }
        return new Owner(email, password);
    }

    private PlatformState local() {
        return PlatformState.read(data.folder())
                .filter(state -> state.running().isPresent())
                .orElseThrow(() -> new PlatformException("Parley is not up (data in " + data.folder()
                        + "). Start it with ./parley up, or say with --url where it is."));
    }
}
