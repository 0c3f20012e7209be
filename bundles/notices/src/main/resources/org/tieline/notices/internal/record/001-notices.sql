--liquibase formatted sql

--changeset notices:001-notice
create table notice (
    id varchar(36) not null primary key,
    person varchar(36) not null,
    notice_key varchar(200) not null,
    topic varchar(40) not null,
    title varchar(300) not null,
    text varchar(10000) not null,
    path varchar(500) not null,
    center varchar(40) not null,
    posted_at ${timestamp} not null,
    unread boolean not null,
    read_at ${timestamp}
);
create unique index notice_once on notice (person, notice_key);
create index notice_list on notice (person, id desc);
create index notice_unread on notice (person, unread, id desc);
create index notice_age on notice (posted_at);
-- how a person is told about a topic, where that is not what the topic says
create table notice_switch (
    person varchar(36) not null,
    topic varchar(40) not null,
    shown boolean not null,
    mailed boolean not null,
    primary key (person, topic)
);

--changeset notices:001-mail
-- what is to be sent, was sent, or was given up
create table mail (
    id varchar(36) not null primary key,
    person varchar(36) not null,
    notice_key varchar(200) not null,
    state varchar(10) not null,
    title varchar(300) not null,
    text varchar(10000) not null,
    path varchar(500) not null,
    posted_at ${timestamp} not null,
    due ${timestamp} not null,
    attempts integer not null,
    fault varchar(500)
);
create unique index mail_once on mail (person, notice_key);
create index mail_due on mail (state, due, id);
create index mail_age on mail (posted_at);
