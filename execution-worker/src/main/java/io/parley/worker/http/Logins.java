package io.parley.worker.http;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.parley.contracts.HttpTarget;
import io.parley.contracts.Login;
import io.parley.contracts.RunId;
import io.parley.contracts.TargetId;
import io.parley.platform.eventloops.EventLoops;
import io.parley.platform.expressions.Effort;
import io.parley.worker.BrokenOff;
import io.parley.worker.answers.Captures;
import io.parley.worker.dialogues.Opening;
import io.parley.worker.dialogues.TargetScope;
import io.parley.worker.http.HttpLine.Received;
import io.parley.worker.secrets.Secrets;
import io.parley.worker.templates.Scope;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Logs in at targets: in each conversation, or once for those of a run, which then begin when the login has its response. A login
 * that failed is not kept: the next conversation tries again.
 */
@ApplicationScoped
class Logins {

    private static final Duration KEPT = Duration.ofMinutes(15);
    private static final int MOST_KEPT = 1_000;

    /** Each of them is looked for in all that the target says. */
    private static final int MOST_CAPTURED = 100;

    private final HttpCalls calls;
    private final Captures captures;
    private final EventLoops loops;
    private final ObjectReader reader;
    private final Map<Key, Kept> kept = new LinkedHashMap<>();

    Logins(HttpCalls calls, Captures captures, EventLoops loops, ObjectMapper json) {
        this.calls = calls;
        this.captures = captures;
        this.loops = loops;
        this.reader = json.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    /** The session of a conversation that begins; fails with {@link BrokenOff}. */
    Uni<HttpSession> session(HttpTarget target, Opening opening, HttpLine line, Scope variables, Duration timeout) {
        Login login = target.login();
        if (login == null) {
            return Uni.createFrom().item(HttpSession::fresh);
        }
        Secrets secrets = opening.secrets();
        return Uni.createFrom()
                .item(secrets::open) // whoever else sends a shared login, what comes of it may hold any of them
                .chain(opened -> login.oncePerRun()
                        ? shared(
                                new Key(opening.run(), target.id()), login(login, opening, line, none -> null, timeout))
                        : login(login, opening, line, variables, timeout))
                .invoke(session -> secrets.hide(session.capturedTexts()));
    }

    private Uni<HttpSession> login(Login login, Opening opening, HttpLine line, Scope variables, Duration timeout) {
        TargetScope scope = new TargetScope("", opening.conversation(), opening.secrets(), variables);
        return Uni.createFrom()
                .item(() -> calls.render(login, scope))
                .chain(call -> line.send(call, timeout).map(received -> session(login, call, line, received)))
                .onFailure(BrokenOff.class)
                .transform(Logins::atTheLogin);
    }

    private HttpSession session(Login login, HttpCall call, HttpLine line, Received received) {
        LoginBody body = new LoginBody(line.body(received.response().body(), reader));
        Effort effort = Effort.onAnEventLoop();
        Map<String, Object> captured = new LinkedHashMap<>();
        login.capture().forEach((name, path) -> captured.put(name, captures.capture(path, body, effort)));
        HttpSession session = new HttpSession(captured, new Cookies());
        requireFew(session);
        session.cookies().take(call.url(), received.response().cookies());
        return session;
    }

    private static void requireFew(HttpSession session) {
        if (session.capturedTexts().limit(MOST_CAPTURED + 1).count() > MOST_CAPTURED) {
            throw new BrokenOff(
                    "capture-too-large",
                    "the login captures more than %d values; capture only those that the target's templates need"
                            .formatted(MOST_CAPTURED));
        }
    }

    private static Throwable atTheLogin(Throwable failure) {
        BrokenOff broken = (BrokenOff) failure;
        return new BrokenOff(
                broken.failure().code(), "at the login: " + broken.failure().reason());
    }

    /** The one of the run, on the context of the caller; whoever comes first sends it. */
    private Uni<HttpSession> shared(Key key, Uni<HttpSession> login) {
        return keep(key, login).emitOn(loops.here()).map(HttpSession::copy);
    }

    private synchronized Uni<HttpSession> keep(Key key, Uni<HttpSession> login) {
        Kept known = kept.get(key);
        if (known != null && System.nanoTime() - known.since() < KEPT.toNanos()) {
            return known.session();
        }
        if (kept.size() >= MOST_KEPT) {
            kept.remove(kept.keySet().iterator().next());
        }
        Uni<HttpSession> session =
                login.onFailure().invoke(() -> forget(key)).memoize().indefinitely();
        kept.put(key, new Kept(session, System.nanoTime()));
        return session;
    }

    private synchronized void forget(Key key) {
        kept.remove(key);
    }

    private record Key(RunId run, TargetId target) {}

    /** @param since when it was begun, by {@link System#nanoTime} */
    private record Kept(Uni<HttpSession> session, long since) {}
}
