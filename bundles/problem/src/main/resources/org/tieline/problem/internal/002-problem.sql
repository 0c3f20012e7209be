--liquibase formatted sql

--changeset problem:002-problem
create table problem (
    id varchar(36) not null primary key,
    center varchar(40) not null,
    number varchar(20) not null,
    state varchar(20) not null,
    title varchar(200) not null,
    description varchar(4000),
    assets varchar(1849),
    priority varchar(20),
    assigned_to varchar(120),
    cause_category varchar(20),
    whys varchar(2504),
    analysis varchar(8000),
    factors varchar(6019),
    root_cause varchar(4000),
    no_root_cause varchar(1000),
    outcome varchar(2000),
    version bigint not null,
    created ${timestamp} not null,
    updated ${timestamp} not null,
    constraint problem_number unique (number, center)
);
create index problem_newest on problem (id desc);
create index problem_center on problem (center, id desc);
create index problem_state on problem (state, id desc);
create index problem_center_state on problem (center, state, id desc);
