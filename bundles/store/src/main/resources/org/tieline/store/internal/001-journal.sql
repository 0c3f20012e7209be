--liquibase formatted sql

--changeset tieline:journal
create table journal (
    position bigint not null primary key,
    happened_at ${timestamp} not null,
    center varchar(100) not null,
    number bigint not null,
    actor varchar(200) not null,
    actor_name varchar(400) not null,
    via varchar(20) not null,
    address varchar(200),
    request varchar(200),
    kind varchar(60) not null,
    record varchar(300) not null,
    version bigint not null,
    action varchar(60) not null,
    changes ${clob} not null,
    previous_hash varchar(64) not null,
    hash varchar(64) not null,
    constraint journal_number unique (center, number)
);
create index journal_center on journal (center, position);
create index journal_record on journal (kind, record, position);
create index journal_actor on journal (actor, position);

--changeset tieline:journal-head
create table journal_head (
    id int not null primary key,
    position bigint not null
);
insert into journal_head (id, position) values (1, 0);

--changeset tieline:journal-chain
create table journal_chain (
    center varchar(100) not null primary key,
    first_number bigint not null,
    first_previous_hash varchar(64) not null,
    last_number bigint not null,
    last_hash varchar(64) not null
);

--changeset tieline:idempotency
create table idempotency (
    caller varchar(200) not null,
    idempotency_key varchar(200) not null,
    fingerprint varchar(64) not null,
    kind varchar(60) not null,
    record varchar(300) not null,
    happened_at ${timestamp} not null,
    constraint idempotency_once primary key (caller, idempotency_key)
);
create index idempotency_time on idempotency (happened_at);

--changeset tieline:migrated
create table migrated (
    schema_name varchar(60) not null primary key,
    digest varchar(64) not null,
    happened_at ${timestamp} not null
);

--changeset tieline:restored
create table restored (
    schema_name varchar(60) not null primary key,
    backup varchar(64) not null
);
