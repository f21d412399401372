package io.parley.cli.api;

import java.time.Instant;

/** A mail that a platform without a mail server keeps. */
public record MailView(String to, String subject, String text, Instant createdAt) {}
