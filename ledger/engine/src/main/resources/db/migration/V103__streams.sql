-- Streams of more kinds than funds: numbered, chained and kept apart each by itself. Everything recorded so far is of funds, and
-- its hashes stay what they are. The column's default is kept in the catalogue: no row is written, and none is touched.

alter table event add column kind text collate "C" not null default 'fund';

comment on column event.kind is 'what the stream is about; "fund" for what happened in a fund';
comment on column event.fund is 'the stream''s id among those of its kind: of a fund''s stream the fund';

alter table event
    alter column ref drop not null,
    add constraint event_of_fund_has_ref check (ref is not null or kind <> 'fund'),
    drop constraint event_fund_sequence,
    drop constraint event_fund_ref,
    add constraint event_fund_sequence unique (kind, fund, sequence),
    add constraint event_fund_ref unique (kind, fund, ref);

drop index event_fund_reverses;
create unique index event_fund_reverses on event (kind, fund, reverses) where reverses is not null;

-- As before for funds; of any other kind the member "kind" is hashed too, so that no event can be moved from one to another.
create or replace function event_canonical(e event) returns text language sql stable as $$
    select '{"eventId":"' || e.event_id
        || '","fund":' || to_json(e.fund)
        || case when e.kind = 'fund' then '' else ',"kind":' || to_json(e.kind) end
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

create or replace view event_audit as
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
       e.previous_hash = coalesce(before.hash, decode(repeat('00', 32), 'hex')) as follows_previous,
       e.kind
  from event e
  left join event before
    on before.kind = e.kind and before.fund = e.fund and before.sequence = e.sequence - 1;

-- A stream's first sequence number at or after a position, one beyond its last where there is none.
drop function sequence_from(text, bigint);

create function sequence_from(of_kind text, of_fund text, from_position bigint) returns bigint language plpgsql stable as $$
declare
    low    bigint := 0;
    high   bigint := coalesce((select max(sequence) + 1 from event where kind = of_kind and fund = of_fund), 0);
    middle bigint;
begin
    while low < high loop
        middle := (low + high) / 2;
        if (select position from event where kind = of_kind and fund = of_fund and sequence = middle) < from_position then
            low := middle + 1;
        else
            high := middle;
        end if;
    end loop;
    return low;
end
$$;
