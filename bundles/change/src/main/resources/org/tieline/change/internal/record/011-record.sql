--liquibase formatted sql

--changeset changes:011-freeze-state
alter table change_freeze add column state varchar(20) default 'in-force' not null;
update change_freeze set state = 'lifted' where lifted is not null;
alter table change_freeze drop column lifted;

--changeset changes:011-rule-state
alter table change_approval_rule add column state varchar(20) default 'in-force' not null;
update change_approval_rule set state = 'removed' where removed is not null;
alter table change_approval_rule drop column removed;
