alter table users add column verified_at timestamptz; -- when a mail to the address was first answered

-- What somebody asked to be mailed, for the address they typed. Whether it has an account is looked up afterwards, so that
-- the answer takes no longer where it has.
create table mail_requests (
    id      uuid primary key default uuidv7(),
    email   text not null check (length(email) <= 254),
    purpose text not null check (purpose in ('email-verification', 'password-reset')),
    hash    bytea not null check (length(hash) = 32),
    token   text not null -- sealed
);

-- one live token for each user and purpose: it goes when it is used, and when there is a newer one
create table mailed_tokens (
    user_id    uuid not null references users,
    purpose    text not null check (purpose in ('email-verification', 'password-reset')),
    hash       bytea not null unique check (length(hash) = 32),
    expires_at timestamptz not null,
    primary key (user_id, purpose)
);

alter table mails
    add column token text, -- sealed; who has it has read the mail
    drop constraint mails_occasion_check,
    add constraint mails_occasion_check check (occasion in ('account-locked', 'email-verification', 'password-reset')),
    add constraint mails_token_check check ((token is null) = (occasion = 'account-locked'));
