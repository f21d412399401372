-- tries to log in that have not succeeded, by what they are counted for: an account's e-mail address, whether there is such
-- an account or not, and a network address
create table login_tries (
    subject      bytea primary key check (length(subject) = 32), -- SHA-256; who fails to log in is not on record
    most         int not null check (most > 0), -- so many lock it
    tries        int not null check (tries between 0 and most),
    locks        int not null default 0 check (locks >= 0), -- each lasts twice as long as the one before
    last_at      timestamptz not null default now(),
    locked_until timestamptz,
    check (locked_until is null or tries = most)
);

create index login_tries_last_at on login_tries (last_at);
