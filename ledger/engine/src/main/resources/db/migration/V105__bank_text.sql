-- What the bank wrote on a line of its statement: it may name people, so never in an event, and free to be erased.
create table bank_text (
    fund text not null collate "C",
    ref  text not null collate "C",
    text text not null,
    primary key (fund, ref)
);
