-- Subjects are stored under pseudonyms, unless a workspace wants their ids kept as they are sent.
alter table privacy_settings add column plain_subjects boolean not null default false;
