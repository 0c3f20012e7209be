--liquibase formatted sql

--changeset tieline:backup
-- when the last backup was made, and how many files were missing or changed then; one row
create table backup_made (
    id bigint not null primary key,
    made_at ${timestamp} not null,
    faults bigint not null
);
