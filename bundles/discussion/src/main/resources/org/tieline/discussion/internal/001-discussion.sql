--liquibase formatted sql

--changeset discussion:001-comment
create table comment_said (
    id varchar(36) not null primary key,
    kind varchar(40) not null,
    record varchar(200) not null,
    center varchar(40) not null,
    text varchar(10000) not null,
    author varchar(200) not null,
    author_name varchar(400) not null,
    written ${timestamp} not null,
    edited ${timestamp},
    withdrawn ${timestamp},
    version bigint not null
);
create index comment_list on comment_said (record, kind, id desc);

--changeset discussion:001-attachment
create table attachment (
    id varchar(36) not null primary key,
    kind varchar(40) not null,
    record varchar(200) not null,
    center varchar(40) not null,
    name varchar(200) not null,
    type varchar(200) not null,
    bytes bigint not null,
    sha256 varchar(64) not null,
    author varchar(200) not null,
    author_name varchar(400) not null,
    added ${timestamp} not null,
    removed ${timestamp}
);
create index attachment_list on attachment (record, kind, id desc);

--changeset discussion:001-watcher
create table watcher (
    record varchar(200) not null,
    kind varchar(40) not null,
    person varchar(36) not null,
    since ${timestamp} not null,
    primary key (record, kind, person)
);
-- up to where the journal was followed
create table followed (
    name varchar(20) not null primary key,
    position bigint not null
);
