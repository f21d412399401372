-- However many refreshes come at once, a session has one token that can be spent.
create unique index refresh_tokens_live_key on refresh_tokens (session_id) where spent_at is null;
