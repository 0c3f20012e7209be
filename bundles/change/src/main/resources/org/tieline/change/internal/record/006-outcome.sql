--liquibase formatted sql

--changeset changes:006-outcome
-- how changes ended lately, counted from the index alone
create index change_outcome on change_record (window_start, state, center, type, closure);
