--liquibase formatted sql

--changeset changes:015-delegation-record
-- when the older ones were named only the journal tells
alter table change_delegation add column state varchar(20) default 'in-force' not null;
alter table change_delegation add column version bigint default 1 not null;
alter table change_delegation add column created ${timestamp};
alter table change_delegation add column updated ${timestamp};
update change_delegation set created = starts, updated = starts;
update change_delegation set state = 'ended', version = 2, updated = ended where ended is not null;
alter table change_delegation drop column ended;
