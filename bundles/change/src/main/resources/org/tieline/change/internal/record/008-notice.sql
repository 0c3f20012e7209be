--liquibase formatted sql

--changeset changes:008-follower
-- up to where the journal was told to people
create table change_follower (
    name varchar(40) not null primary key,
    position bigint not null
);
