package io.parley.auth.mails;

import io.parley.platform.eventloops.EventLoops;
import io.parley.platform.secrets.Sealer;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Hands mails to the mail server, where there is one. A mail's row goes after the server has taken it, so a process that
 * dies in between sends it twice and none is lost; what the server does not take is tried again for a week.
 */
@ApplicationScoped
class Delivery {

    private static final Logger LOG = Logger.getLogger(Delivery.class);

    /** Two rounds of these end before the mails could be claimed anew. */
    private static final int BATCH = 8;

    private static final int AT_ONCE = 4;
    private static final Duration TO_TAKE_IT = Duration.ofSeconds(30);

    private final MailRepository repository;
    private final MailSettings settings;
    private final ReactiveMailer mailer;
    private final Sealer sealer;
    private final EventLoops loops;

    Delivery(MailRepository repository, MailSettings settings, ReactiveMailer mailer, Sealer sealer, EventLoops loops) {
        this.repository = repository;
        this.settings = settings;
        this.mailer = mailer;
        this.sealer = sealer;
        this.loops = loops;
    }

    void begin(@Observes StartupEvent event) {
        settings.check();
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> deliver() {
        if (settings.host().isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return repository
                .claim(BATCH)
                .chain(this::sendAll)
                .onFailure()
                .invoke(failure -> LOG.warnf("message=\"mails not sent this time\" reason=\"%s\"", failure))
                .onFailure()
                .recoverWithNull();
    }

    @Scheduled(every = "10m", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> forget() {
        return repository
                .forget()
                .invoke(this::tellGivenUp)
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> LOG.warnf("message=\"old mails not forgotten this time\" reason=\"%s\"", failure))
                .onFailure()
                .recoverWithNull();
    }

    private void tellGivenUp(int forgotten) {
        if (forgotten > 0 && settings.host().isPresent()) {
            LOG.errorf("message=\"the mail server did not take mails for a week, given up\" mails=%d", forgotten);
        }
    }

    private Uni<Void> sendAll(List<WaitingMail> due) {
        return Multi.createFrom()
                .iterable(due)
                .onItem()
                .transformToUni(this::send)
                .merge(AT_ONCE)
                .onItem()
                .ignoreAsUni();
    }

    /** Never fails: what was not taken stays, and its time comes again. */
    private Uni<Void> send(WaitingMail mail) {
        return Uni.createFrom()
                .item(() -> MailView.of(mail, sealer))
                .chain(this::handOver)
                .chain(() -> repository.remove(mail.id()))
                .onFailure()
                .invoke(failure -> LOG.warnf(
                        "message=\"mail not sent, it is tried again\" mail=%s reason=\"%s\"", mail.id(), failure))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> handOver(MailView mail) {
        return mailer.send(Mail.withText(mail.to(), mail.subject(), mail.text()))
                .ifNoItem()
                .after(TO_TAKE_IT)
                .on(loops.clock())
                .fail();
    }
}
