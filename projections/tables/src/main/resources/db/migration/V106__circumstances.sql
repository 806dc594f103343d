-- How what was recorded came to be recorded. Everything so far was recorded as it happened, by the database's own clock.
alter table movement add column takeover text not null default '';

alter table fund_opening add column simulated_clock boolean not null default false;

-- Which is asked on every page of a fund: of most there are none.
create index movement_taken_over on movement (fund, position) where takeover <> '';
