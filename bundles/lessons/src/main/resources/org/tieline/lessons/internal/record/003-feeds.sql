--liquibase formatted sql

--changeset lessons:003-feed
-- what somebody follows, and the secret address at which a feed reader gets it: only its hash is kept
create table lesson_feed (
    id varchar(36) not null primary key,
    hash varchar(64) not null unique,
    owner varchar(100) not null,
    center varchar(40) not null,
    name varchar(120) not null,
    words varchar(200) not null,
    topic varchar(80) not null,
    system_name varchar(80) not null,
    vendor varchar(80) not null,
    digest boolean not null,
    told ${timestamp} not null,
    created ${timestamp} not null,
    revoked ${timestamp}
);
create index lesson_feed_owner on lesson_feed (owner, id);

--changeset lessons:003-followed
-- up to which line of the journal its followers have come
create table lesson_followed (
    name varchar(40) not null primary key,
    position_done bigint not null
);
