-- The history, and what stands beside it. Ids are ordered by code point, as the program orders them.

-- One row an event, never changed. Positions have no gaps and follow the order of commits, and recorded_at never goes back,
-- so "everything up to here" has one meaning for ever, whether "here" is a position or an instant.
create table event (
    position    bigint      not null primary key,
    fund        text        not null collate "C",
    sequence    bigint      not null check (sequence >= 0),
    event_id    uuid        not null,
    type        text        not null,
    revision    int         not null,
    recorded_at timestamptz not null,
    -- The voucher that the event records and, of a reversal, the voucher that it undoes: the register that makes both unique.
    ref         text        not null collate "C",
    reverses    text        collate "C",
    -- Canonical JSON as text: jsonb does not keep the bytes.
    payload     text        not null,
    metadata    text        not null,
    constraint event_fund_sequence unique (fund, sequence),
    constraint event_fund_ref unique (fund, ref)
);

create unique index event_fund_reverses on event (fund, reverses) where reverses is not null;

create function event_is_kept() returns trigger language plpgsql as $$
begin
    raise exception '历史不可更改 / the history is never changed: % on event', tg_op;
end
$$;

create trigger event_is_kept before update or delete or truncate on event
    for each statement execute function event_is_kept();

-- The last position recorded by an instant, 0 where there was none yet. Positions without gaps and instants in their order
-- let it halve its way through the primary key; an index on recorded_at would cost every append.
create function position_at(instant timestamptz) returns bigint language plpgsql stable as $$
declare
    low    bigint := 0;
    high   bigint := coalesce((select max(position) from event), 0);
    middle bigint;
begin
    while low < high loop
        middle := (low + high + 1) / 2;
        if (select recorded_at from event where position = middle) <= instant then
            low := middle;
        else
            high := middle - 1;
        end if;
    end loop;
    return low;
end
$$;

-- A fund's first sequence number at or after a position, one beyond its last where there is none; halved likewise, so that no
-- index on (fund, position) is needed and no plan can choose to walk through everybody's events.
create function sequence_from(of_fund text, from_position bigint) returns bigint language plpgsql stable as $$
declare
    low    bigint := 0;
    high   bigint := coalesce((select max(sequence) + 1 from event where fund = of_fund), 0);
    middle bigint;
begin
    while low < high loop
        middle := (low + high) / 2;
        if (select position from event where fund = of_fund and sequence = middle) < from_position then
            low := middle + 1;
        else
            high := middle;
        end if;
    end loop;
    return low;
end
$$;

-- A fund's state up to a sequence: a shortcut that may be dropped at any time.
create table snapshot (
    fund     text   not null collate "C" primary key,
    sequence bigint not null,
    revision text   not null,
    data     bytea  not null
);

-- Names of households: personal, so never in an event, and free to be erased.
create table household_name (
    fund      text not null collate "C",
    household text not null collate "C",
    name      text not null,
    primary key (fund, household)
);
