--liquibase formatted sql

--changeset changes:014-profile-record
alter table call_profile add column state varchar(20) default 'kept' not null;
alter table call_profile add column created ${timestamp};
update call_profile set created = updated;
