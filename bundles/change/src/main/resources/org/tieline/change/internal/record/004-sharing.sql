--liquibase formatted sql

--changeset changes:004-share
create table change_share (
    id varchar(36) not null primary key,
    center varchar(40) not null,
    kind varchar(40) not null,
    record varchar(36) not null,
    name varchar(200) not null,
    use_when varchar(4000),
    why varchar(4000),
    what varchar(4000),
    lasts bigint not null,
    test_plan varchar(4000),
    back_out_plan varchar(4000),
    decide_after bigint,
    calls_meanwhile varchar(4000),
    tell varchar(4000),
    ended varchar(12),
    learned varchar(4000),
    by_id varchar(100) not null,
    by_name varchar(120) not null,
    version bigint not null,
    published ${timestamp} not null,
    withdrawn ${timestamp},
    constraint change_share_record unique (record)
);
create index change_share_newest on change_share (id desc);
create table change_share_step (
    share varchar(36) not null references change_share (id),
    place integer not null,
    kind varchar(10) not null,
    what varchar(500) not null,
    owner_name varchar(120),
    starts_after bigint,
    lasts bigint,
    primary key (share, place)
);
-- who sees it: its own center, those it is shared with, * for all
create table change_share_place (
    share varchar(36) not null references change_share (id),
    center varchar(40) not null,
    primary key (share, center)
);
create index change_share_place_center on change_share_place (center, share desc);

--changeset changes:004-adoption
create table change_adoption (
    share varchar(36) not null references change_share (id),
    center varchar(40) not null,
    outcome varchar(12) not null,
    reason varchar(1000),
    minutes integer,
    made_kind varchar(40),
    made_id varchar(36),
    by_id varchar(100) not null,
    by_name varchar(120) not null,
    told ${timestamp} not null,
    primary key (share, center)
);
create index change_adoption_made on change_adoption (made_id);
