--liquibase formatted sql

--changeset tieline:listener-names
update follower set name = 'lesson-notices' where name = 'lesson notices';

--changeset tieline:lease
-- what one node at a time does: which one, and how often it said so
create table lease (
    name varchar(120) not null primary key,
    holder varchar(36),
    beat bigint not null
);
