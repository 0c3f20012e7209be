--liquibase formatted sql

--changeset changes:013-number
insert into store.record_number (prefix, center, number_year, last_number)
    select 'C', center, count_year, last_number from change_count where center <> '*';
drop table change_count;
-- one row, held while a change is put into the schedule
create table change_schedule_lock (id bigint not null primary key);
insert into change_schedule_lock (id) values (1);
