--liquibase formatted sql

--changeset changes:002-claims
-- what claims a time: all that is asked of it but its title and assets
create index change_claim on change_record
    (window_start, window_end, state, center, implementer, id);

--changeset changes:002-freeze
-- of one center, or with the center * of all
create table change_freeze (
    id varchar(36) not null primary key,
    center varchar(40) not null,
    title varchar(200) not null,
    reason varchar(1000),
    window_start ${timestamp} not null,
    window_end ${timestamp} not null,
    version bigint not null,
    created ${timestamp} not null,
    updated ${timestamp} not null
);
create index change_freeze_center on change_freeze (center, window_end, id);

--changeset changes:002-profile
-- calls in each of the 168 hours of a center's week, from Monday 00:00, with commas between them
create table call_profile (
    center varchar(40) not null primary key,
    calls varchar(2000) not null,
    source varchar(200),
    version bigint not null,
    updated ${timestamp} not null
);

--changeset changes:002-feed
-- a calendar's secret address: only its hash is kept
create table calendar_feed (
    id varchar(36) not null primary key,
    hash varchar(64) not null unique,
    owner varchar(100) not null,
    center varchar(40) not null,
    name varchar(120) not null,
    created ${timestamp} not null,
    revoked ${timestamp}
);
create index calendar_feed_owner on calendar_feed (owner, id);

--changeset changes:002-lifted
alter table change_freeze add column lifted ${timestamp};
