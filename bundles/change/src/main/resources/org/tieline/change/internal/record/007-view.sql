--liquibase formatted sql

--changeset changes:007-view
create table change_view (
    id varchar(36) not null primary key,
    owner varchar(100) not null,
    center varchar(40),
    name varchar(60) not null,
    query varchar(1000)
);
create index change_view_owner on change_view (owner, id);
create index change_view_center on change_view (center, id);
