--liquibase formatted sql

--changeset changes:005-lesson
create table change_lesson (
    change_id varchar(36) not null primary key references change_record (id),
    lesson varchar(36) not null
);
