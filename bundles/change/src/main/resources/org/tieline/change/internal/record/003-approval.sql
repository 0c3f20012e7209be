--liquibase formatted sql

--changeset changes:003-rule
-- what centers add to the table that says who must agree
create table change_approval_rule (
    id varchar(36) not null primary key,
    center varchar(40) not null,
    type varchar(10) not null,
    risk varchar(6),
    vital boolean not null,
    asset varchar(36),
    authority varchar(120) not null,
    roles varchar(200) not null,
    quorum integer not null,
    instead boolean not null,
    removed ${timestamp},
    version bigint not null,
    created ${timestamp} not null,
    updated ${timestamp} not null
);
create index change_approval_rule_center on change_approval_rule (center, id);

--changeset changes:003-delegation
create table change_delegation (
    id varchar(36) not null primary key,
    center varchar(40) not null,
    holder varchar(100) not null,
    holder_name varchar(120) not null,
    delegate varchar(100) not null,
    delegate_name varchar(120) not null,
    starts ${timestamp} not null,
    ends ${timestamp} not null,
    ended ${timestamp}
);
create index change_delegation_center on change_delegation (center, ends, id);
create index change_delegation_holder on change_delegation (holder, ends, id);
create index change_delegation_delegate on change_delegation (delegate, ends, id);
