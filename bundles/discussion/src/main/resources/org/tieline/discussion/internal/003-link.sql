--liquibase formatted sql

--changeset discussion:003-link
create table record_link (
    id varchar(36) not null primary key,
    from_kind varchar(40) not null,
    from_record varchar(100) not null,
    relation varchar(20) not null,
    to_kind varchar(40) not null,
    to_record varchar(100) not null,
    center varchar(40) not null,
    author varchar(400) not null,
    made ${timestamp} not null,
    removed ${timestamp},
    constraint record_link_once unique (from_record, from_kind, relation, to_record, to_kind)
);
create index record_link_to on record_link (to_record, to_kind);
