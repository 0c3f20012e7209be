--liquibase formatted sql

--changeset changes:010-window
-- a center's schedule, found in the index alone
drop index change_center_window;
create index change_center_window on change_record
    (center, window_start, id, window_end, state);

--changeset changes:010-long
-- the start of windows of more than a day, which are few; all that were written before count as such
alter table change_record add column long_start ${timestamp};
update change_record set long_start = window_start;
create index change_long on change_record (long_start, window_end, state, id);

--changeset changes:010-work
-- what is at work, found in the index alone
create index change_state_window on change_record (state, window_start, id);
