--liquibase formatted sql

--changeset tieline:answer
-- the answers of writes under an Idempotency-Key, for who sends one again
create table answer (
    caller varchar(200) not null,
    idempotency_key varchar(200) not null,
    fingerprint varchar(64) not null,
    status int not null,
    location varchar(1000),
    tag varchar(100),
    body ${clob},
    happened_at ${timestamp} not null,
    constraint answer_once primary key (caller, idempotency_key)
);
create index answer_time on answer (happened_at);
