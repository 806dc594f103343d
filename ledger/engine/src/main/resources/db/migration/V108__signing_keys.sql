-- Who this ledger is: the keys that it signs with, one after the other. The private halves are never here. A key is named by the one
-- before it, or, where that was lost, declared without it; either way nobody takes a row back.
create table signing_key (
    -- From 1, without gaps; the last is the one that signs.
    number             integer not null primary key check (number > 0),
    fingerprint        text    not null unique collate "C",
    -- As PEM.
    public_key         text    not null,
    -- Canonical JSON, as it was signed: number, fingerprint, since when and after which position, the key before and why it was replaced.
    statement          text    not null,
    -- By the key itself.
    signature          bytea   not null,
    -- By the key before. Null for the first, and for one that was declared without it.
    previous_signature bytea
);

create trigger signing_key_is_kept before update or delete or truncate on signing_key
    for each statement execute function event_is_kept();
