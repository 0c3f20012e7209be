--liquibase formatted sql

--changeset core:002-known-origin
-- devices and network addresses from which a person has signed in
create table known_origin (
    person varchar(36) not null references person (id),
    origin varchar(80) not null,
    last_used ${timestamp} not null,
    primary key (person, origin)
);
create index known_origin_origin on known_origin (origin);
create index known_origin_used on known_origin (last_used);
-- from where a person's sign-in is locked: a known network address, or all that is not known
create table sign_in_lock (
    person varchar(36) not null references person (id),
    origin varchar(80) not null,
    locked ${timestamp} not null,
    primary key (person, origin)
);
insert into sign_in_lock (person, origin, locked)
    select id, 'elsewhere', locked from person where locked is not null;
alter table sign_in_failure add column origin varchar(80) default 'elsewhere' not null;
create index sign_in_failure_origin on sign_in_failure (person, origin, failed);
create index sign_in_failure_failed on sign_in_failure (failed);

--changeset core:002-invitation
-- the fingerprint of the rights that the person held when the code was made
alter table one_time_code add column rights varchar(64);
