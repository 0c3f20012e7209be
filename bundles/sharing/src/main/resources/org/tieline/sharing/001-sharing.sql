--liquibase formatted sql

--changeset sharing:001-shared
create table shared_record (
    id varchar(36) not null primary key,
    kind varchar(40) not null,
    center varchar(40) not null,
    record_kind varchar(40) not null,
    record varchar(100) not null,
    title varchar(200) not null,
    by_id varchar(100) not null,
    by_name varchar(120) not null,
    version bigint not null,
    published ${timestamp} not null,
    withdrawn ${timestamp},
    constraint shared_record_record unique (record_kind, record)
);
create index shared_record_newest on shared_record (kind, id desc);
create table shared_field (
    shared varchar(36) not null references shared_record (id),
    field varchar(100) not null,
    content ${clob} not null,
    primary key (shared, field)
);
-- who sees it: its own center, those it is shared with, * for all
create table shared_place (
    shared varchar(36) not null references shared_record (id),
    kind varchar(40) not null,
    center varchar(40) not null,
    primary key (shared, center)
);
create index shared_place_center on shared_place (kind, center, shared desc);

--changeset sharing:001-adoption
create table adoption (
    shared varchar(36) not null references shared_record (id),
    center varchar(40) not null,
    outcome varchar(12) not null,
    reason varchar(1000),
    minutes integer,
    made_kind varchar(40),
    made_id varchar(100),
    by_id varchar(100) not null,
    by_name varchar(120) not null,
    told ${timestamp} not null,
    primary key (shared, center)
);
create index adoption_made on adoption (made_id);
