-- Rebuilds that are under way, or were interrupted. The new read tables stand in this schema too, under the names of
-- those that they will replace, and move over when they are whole.
create schema rebuild;

-- What the rows were made by and for: a checksum of the program and of the live tables. Of another form, it starts anew.
create table rebuild.run (
    projection text not null primary key,
    form       text not null
);

-- How far each slice of the positions has got; committed together with its rows. A slice that has no row has no rows.
create table rebuild.slice (
    projection text   not null references rebuild.run on delete cascade,
    number     bigint not null,
    reached    bigint not null,
    primary key (projection, number)
);
