-- Whether a stream begins with an event whose instant is a sample's, invented.
create function begins_simulated(of_kind text, of_stream text) returns boolean language sql stable as $$
    select coalesce(metadata::jsonb ->> 'clock' = 'simulated', false)
      from event where kind = of_kind and fund = of_stream and sequence = 0
$$;

comment on column event.metadata is
    'canonical JSON of strings; "takeover": the decision by which it was taken over from older books; "clock": "simulated" where recorded_at is invented';
