--liquibase formatted sql

--changeset test:broken
create table broken (
    id nonsense
);
