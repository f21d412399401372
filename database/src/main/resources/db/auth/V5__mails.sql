-- What somebody is to be told by mail. A row goes once the mail server has taken it; where there is no server it stays to be read.
create table mails (
    id         uuid primary key default uuidv7(),
    recipient  text not null check (length(recipient) <= 254),
    occasion   text not null check (occasion in ('account-locked')), -- what it says is made from it when it is sent
    created_at timestamptz not null default now(),
    due_at     timestamptz not null default now(), -- who sends it puts this off first, so that nobody else does meanwhile
    tries      int not null default 0 check (tries >= 0)
);

create index mails_due_at on mails (due_at);
