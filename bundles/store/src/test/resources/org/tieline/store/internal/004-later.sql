--liquibase formatted sql

--changeset test:later
create table later (
    id bigint not null primary key
);
