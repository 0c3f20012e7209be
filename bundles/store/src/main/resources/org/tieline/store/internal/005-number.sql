--liquibase formatted sql

--changeset tieline:number
-- the last number that was given to a kind of record in a center and a year
create table record_number (
    prefix varchar(10) not null,
    center varchar(40) not null,
    number_year integer not null,
    last_number bigint not null,
    primary key (prefix, center, number_year)
);
-- held while the first of a year is given
insert into record_number (prefix, center, number_year, last_number) values ('*', '*', 0, 0);
