--liquibase formatted sql

--changeset tieline:follower
-- up to where the journal was followed
create table follower (
    name varchar(100) not null primary key,
    position bigint not null
);
