-- A chain over each fund's events, who recorded them, and a role for the program that may only add to the history.

alter table event
    add column recorded_by   text,
    add column previous_hash bytea,
    add column hash          bytea;

-- What an event's hash is taken over: one line of canonical JSON (RFC 8785) of all that was stored, the hash of the fund's
-- event before it included. The program writes the same bytes by itself (EventChain); this says it once more in SQL.
create function event_canonical(e event) returns text language sql stable as $$
    select '{"eventId":"' || e.event_id
        || '","fund":' || to_json(e.fund)
        || ',"metadata":' || e.metadata
        || ',"payload":' || e.payload
        || ',"position":' || e.position
        || ',"previousHash":"' || encode(e.previous_hash, 'hex')
        || '","recordedAt":"' || to_char(e.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
        || '","recordedBy":' || to_json(e.recorded_by)
        || ',"revision":' || e.revision
        || ',"sequence":' || e.sequence
        || ',"type":"' || e.type || '"}'
$$;

create function event_hash(e event) returns bytea language sql stable as $$
    select sha256(convert_to(event_canonical(e), 'UTF8'))
$$;

-- Events recorded before there was a chain get theirs here, once, from what they say.
alter table event disable trigger event_is_kept;

do $$
declare
    e        event;
    previous bytea;
    of_fund  text;
begin
    for e in select * from event order by fund, sequence loop
        if of_fund is distinct from e.fund then
            previous := decode(repeat('00', 32), 'hex');
            of_fund  := e.fund;
        end if;
        e.recorded_by   := 'unknown';
        e.previous_hash := previous;
        previous        := event_hash(e);
        update event
           set recorded_by = e.recorded_by, previous_hash = e.previous_hash, hash = previous
         where position = e.position;
    end loop;
end
$$;

alter table event enable trigger event_is_kept;

alter table event
    alter column recorded_by   set not null,
    alter column previous_hash set not null,
    alter column hash          set not null;

-- The history for auditors: the columns that they ask for, and whether each event still is what its hash says and follows the
-- one before it.
create view event_audit as
select e.position,
       e.recorded_at,
       e.recorded_by,
       e.fund,
       e.sequence,
       e.ref,
       e.type,
       e.reverses,
       e.payload::jsonb                           as payload,
       e.metadata::jsonb ->> 'channel'            as channel,
       e.metadata::jsonb ->> 'request'            as request,
       encode(e.hash, 'hex')                      as hash,
       e.hash = event_hash(e)                     as hash_is_right,
       e.previous_hash = coalesce(before.hash, decode(repeat('00', 32), 'hex')) as follows_previous
  from event e
  left join event before on before.fund = e.fund and before.sequence = e.sequence - 1;

-- Signed lists of all funds' heads. They are written outside the database too.
create table seal (
    number    bigint      not null generated always as identity primary key,
    sealed_at timestamptz not null,
    position  bigint      not null,
    -- Canonical JSON, as it was signed.
    heads     text        not null,
    key       text        not null,
    signature bytea       not null
);

create or replace function event_is_kept() returns trigger language plpgsql as $$
begin
    raise exception '历史不可更改 / the history is never changed: % on %', tg_op, tg_table_name;
end
$$;

create trigger seal_is_kept before update or delete or truncate on seal
    for each statement execute function event_is_kept();
