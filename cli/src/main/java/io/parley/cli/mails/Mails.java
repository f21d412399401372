package io.parley.cli.mails;

import io.parley.cli.api.MailView;
import io.parley.cli.api.ParleyApi;
import io.parley.cli.login.OperatorOptions;
import io.parley.cli.terminal.Terminal;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code parley mails}: the latest of them, the newest first. */
@Command(
        name = "mails",
        description = "Shows the mails that a platform without a mail server keeps, the newest first.",
        mixinStandardHelpOptions = true)
public final class Mails implements Callable<Integer> {

    @Mixin
    private OperatorOptions operator = new OperatorOptions();

    @Override
    public Integer call() {
        Terminal terminal = Terminal.ofProcess();
        try (ParleyApi api = operator.login()) {
            List<MailView> mails = api.mails();
            if (mails.isEmpty()) {
                terminal.line("No mails.");
            }
            MailReport report = new MailReport(terminal.style());
            mails.forEach(mail -> report.lines(mail).forEach(terminal::line));
            return 0;
        }
    }
}
