-- Losses that were covered, and shares by their source, of withdrawals and transfers too. What was written without is written
-- again from the history.
create table loss_allocation (
    fund     text   not null collate "C",
    position bigint not null,
    date     date   not null,
    ref      text   not null collate "C",
    source   text   not null,
    amount   bigint not null,
    primary key (fund, position)
);

delete from share_change;

alter table share_change alter column source set not null;

update projection_progress set position = 0 where name = 'shares';
