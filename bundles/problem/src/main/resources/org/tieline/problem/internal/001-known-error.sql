--liquibase formatted sql

--changeset problem:001-known-error
create table known_error (
    id varchar(36) not null primary key,
    center varchar(40) not null,
    number varchar(20) not null,
    state varchar(20) not null,
    title varchar(200) not null,
    symptom varchar(4000) not null,
    system varchar(120),
    vendor varchar(120),
    model varchar(120),
    releases varchar(120),
    cause varchar(4000),
    workaround varchar(8000),
    applied_by varchar(200),
    valid_until varchar(10),
    version bigint not null,
    created ${timestamp} not null,
    updated ${timestamp} not null,
    constraint known_error_number unique (number, center)
);
create index known_error_newest on known_error (id desc);
create index known_error_center on known_error (center, id desc);
create index known_error_state on known_error (state, id desc);
create index known_error_center_state on known_error (center, state, id desc);
