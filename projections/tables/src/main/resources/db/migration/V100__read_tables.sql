-- The read tables: what each event leaves to be read. Each row is one event's and never changes; a rebuild writes the
-- same rows again. Columns fund, position, date and ref say which event; a reversal is a row of its own, and what it
-- undid is left out by the question. Money is whole fen, a rate ten-thousandths of a percent, a month its first day.
-- Ids are ordered by code point.

-- How far each projection has got. To lock its row is to be its writer.
create table projection_progress (
    name     text   not null primary key,
    position bigint not null
);

insert into projection_progress (name, position)
select name, 0
  from unnest(array[
       'journal', 'members', 'shares', 'advances', 'dividends', 'collective-income', 'payouts', 'labor']) name;

-- journal

create table movement (
    fund        text        not null collate "C",
    position    bigint      not null,
    date        date        not null,
    ref         text        not null collate "C",
    type        text        not null,
    recorded_at timestamptz not null,
    memo        text        not null,
    primary key (fund, position)
);

-- The date is the posting date. The key holds all that a balance asks, so that one is read from the index alone.
create table journal_line (
    fund     text    not null collate "C",
    position bigint  not null,
    date     date    not null,
    ref      text    not null collate "C",
    line     integer not null,
    account  text    not null collate "C",
    sub      text    not null collate "C",
    amount   bigint  not null,
    primary key (fund, position, line) include (date, account, sub, amount)
);

create table reversal (
    fund     text   not null collate "C",
    position bigint not null,
    date     date   not null,
    ref      text   not null collate "C",
    original text   not null collate "C",
    primary key (fund, position)
);

create table closing (
    fund     text   not null collate "C",
    position bigint not null,
    date     date   not null,
    ref      text   not null collate "C",
    month    date   not null,
    primary key (fund, position)
);

-- members

create table fund_opening (
    fund     text   not null collate "C",
    position bigint not null,
    date     date   not null,
    ref      text   not null collate "C",
    name     text   not null,
    village  text   not null collate "C",
    primary key (fund, position)
);

create table policy_value (
    fund     text    not null collate "C",
    position bigint  not null,
    date     date    not null,
    ref      text    not null collate "C",
    line     integer not null,
    key      text    not null collate "C",
    value    text    not null,
    primary key (fund, position, line)
);

create table admission (
    fund      text    not null collate "C",
    position  bigint  not null,
    date      date    not null,
    ref       text    not null collate "C",
    household text    not null collate "C",
    size      integer not null,
    primary key (fund, position)
);

create table size_change (
    fund      text    not null collate "C",
    position  bigint  not null,
    date      date    not null,
    ref       text    not null collate "C",
    household text    not null collate "C",
    size      integer not null,
    primary key (fund, position)
);

create table departure (
    fund      text   not null collate "C",
    position  bigint not null,
    date      date   not null,
    ref       text   not null collate "C",
    household text   not null collate "C",
    primary key (fund, position)
);

create table company (
    fund     text   not null collate "C",
    position bigint not null,
    date     date   not null,
    ref      text   not null collate "C",
    company  text   not null collate "C",
    name     text   not null,
    primary key (fund, position)
);

-- shares

create table share_change (
    fund      text    not null collate "C",
    position  bigint  not null,
    date      date    not null,
    ref       text    not null collate "C",
    line      integer not null,
    household text    not null collate "C",
    amount    bigint  not null,
    source    text,
    primary key (fund, position, line)
);

-- advances

create table advance_terms (
    fund       text    not null collate "C",
    position   bigint  not null,
    date       date    not null,
    ref        text    not null collate "C",
    advance    text    not null collate "C",
    company    text    not null collate "C",
    amount     bigint  not null,
    rate       integer not null,
    due        date    not null,
    purpose    text    not null,
    resolution text    not null,
    primary key (fund, position)
);

create table advance_extension (
    fund       text   not null collate "C",
    position   bigint not null,
    date       date   not null,
    ref        text   not null collate "C",
    advance    text   not null collate "C",
    due        date   not null,
    resolution text   not null,
    primary key (fund, position)
);

create table advance_flow (
    fund     text   not null collate "C",
    position bigint not null,
    date     date   not null,
    ref      text   not null collate "C",
    advance  text   not null collate "C",
    kind     text   not null,
    amount   bigint not null,
    primary key (fund, position)
);

-- dividends: the year is the one that the dividend is for

create table dividend_amount (
    fund      text    not null collate "C",
    position  bigint  not null,
    date      date    not null,
    ref       text    not null collate "C",
    line      integer not null,
    kind      text    not null,
    year      integer not null,
    household text    not null collate "C",
    amount    bigint  not null,
    primary key (fund, position, line)
);

create index dividend_amount_date on dividend_amount (fund, date);

-- collective-income

create table village_income (
    fund     text   not null collate "C",
    position bigint not null,
    date     date   not null,
    ref      text   not null collate "C",
    source   text   not null,
    route    text   not null,
    amount   bigint not null,
    primary key (fund, position)
);

create table remittance (
    fund     text   not null collate "C",
    position bigint not null,
    date     date   not null,
    ref      text   not null collate "C",
    amount   bigint not null,
    primary key (fund, position)
);

-- payouts

create table payout (
    fund      text    not null collate "C",
    position  bigint  not null,
    date      date    not null,
    ref       text    not null collate "C",
    guarantee text    not null,
    payer     text    not null,
    year      integer not null,
    amount    bigint  not null,
    advance   text    collate "C",
    household text    collate "C",
    company   text    collate "C",
    primary key (fund, position)
);

-- labor

create table worker (
    fund      text   not null collate "C",
    position  bigint not null,
    date      date   not null,
    ref       text   not null collate "C",
    worker    text   not null collate "C",
    household text   not null collate "C",
    primary key (fund, position)
);

create table placement (
    fund     text   not null collate "C",
    position bigint not null,
    date     date   not null,
    ref      text   not null collate "C",
    worker   text   not null collate "C",
    employer text   not null collate "C",
    kind     text   not null,
    primary key (fund, position)
);

create table placement_end (
    fund      text   not null collate "C",
    position  bigint not null,
    date      date   not null,
    ref       text   not null collate "C",
    worker    text   not null collate "C",
    employer  text   not null collate "C",
    placement text   not null collate "C",
    primary key (fund, position)
);

create table wage (
    fund      text   not null collate "C",
    position  bigint not null,
    date      date   not null,
    ref       text   not null collate "C",
    worker    text   not null collate "C",
    household text   not null collate "C",
    employer  text   not null collate "C",
    month     date   not null,
    amount    bigint not null,
    primary key (fund, position)
);

create index wage_month on wage (fund, month);

create table training (
    fund     text   not null collate "C",
    position bigint not null,
    date     date   not null,
    ref      text   not null collate "C",
    worker   text   not null collate "C",
    course   text   not null,
    primary key (fund, position)
);

create table household_income (
    fund      text    not null collate "C",
    position  bigint  not null,
    date      date    not null,
    ref       text    not null collate "C",
    household text    not null collate "C",
    year      integer not null,
    source    text    not null,
    amount    bigint  not null,
    primary key (fund, position)
);
