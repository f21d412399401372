package io.parley.auth.mails;

import io.parley.auth.pages.IdCursor;
import io.parley.platform.pages.Page;
import io.parley.platform.secrets.Sealer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class MailService {

    private final MailRepository repository;
    private final MailSettings settings;
    private final Sealer sealer;

    MailService(MailRepository repository, MailSettings settings, Sealer sealer) {
        this.repository = repository;
        this.settings = settings;
        this.sealer = sealer;
    }

    /** Where a server sends them they are for nobody but their recipients: 409. */
    Uni<Page<MailView>> list(int limit, @Nullable String after) {
        if (settings.host().isPresent()) {
            throw MailProblems.MAILS_ARE_SENT.problem();
        }
        return repository
                .list(limit + 1, after)
                .map(mails ->
                        mails.stream().map(mail -> MailView.of(mail, sealer)).toList())
                .map(mails -> Page.of(mails, limit, last -> IdCursor.of(last.id())));
    }
}
