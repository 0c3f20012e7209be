--liquibase formatted sql

--changeset test:car
create table car (
    id varchar(36) not null primary key,
    name varchar(90) not null,
    seen_at ${timestamp},
    notes ${clob},
    photo ${blob}
);
