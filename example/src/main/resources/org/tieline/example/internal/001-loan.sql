--liquibase formatted sql

--changeset example:001-loan
create table loan (
    id varchar(36) not null primary key,
    center varchar(40) not null,
    number varchar(20) not null,
    state varchar(20) not null,
    title varchar(200) not null,
    equipment varchar(20) not null,
    quantity integer not null,
    borrower varchar(200) not null,
    contact varchar(120),
    lent_on varchar(10) not null,
    due_back varchar(10) not null,
    condition varchar(4000),
    version bigint not null,
    created ${timestamp} not null,
    updated ${timestamp} not null,
    constraint loan_number unique (number, center)
);
create index loan_newest on loan (id desc);
create index loan_center on loan (center, id desc);
create index loan_state on loan (state, id desc);
create index loan_center_state on loan (center, state, id desc);
