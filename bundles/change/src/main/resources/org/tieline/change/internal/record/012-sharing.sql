--liquibase formatted sql

-- what is shared, of whatever kind, is kept in a schema of its own
--changeset changes:012-share
insert into sharing.shared_record
        (id, kind, center, record_kind, record, title, by_id, by_name, version, published, withdrawn)
    select id, 'shared-change', center, kind, record, name, by_id, by_name, version, published, withdrawn
    from change_share;
insert into sharing.shared_place (shared, kind, center)
    select share, 'shared-change', center from change_share_place;
insert into sharing.shared_field (shared, field, content)
    select id, 'when', use_when from change_share where use_when is not null;
insert into sharing.shared_field (shared, field, content)
    select id, 'why', why from change_share where why is not null;
insert into sharing.shared_field (shared, field, content)
    select id, 'what', what from change_share where what is not null;
insert into sharing.shared_field (shared, field, content)
    select id, 'lasts', trim(cast(lasts as char(20))) from change_share;
insert into sharing.shared_field (shared, field, content)
    select id, 'testPlan', test_plan from change_share where test_plan is not null;
insert into sharing.shared_field (shared, field, content)
    select id, 'backOutPlan', back_out_plan from change_share where back_out_plan is not null;
insert into sharing.shared_field (shared, field, content)
    select id, 'decideAfter', trim(cast(decide_after as char(20))) from change_share where decide_after is not null;
insert into sharing.shared_field (shared, field, content)
    select id, 'callsMeanwhile', calls_meanwhile from change_share where calls_meanwhile is not null;
insert into sharing.shared_field (shared, field, content)
    select id, 'tell', tell from change_share where tell is not null;
insert into sharing.shared_field (shared, field, content)
    select id, 'ended', ended from change_share where ended is not null;
insert into sharing.shared_field (shared, field, content)
    select id, 'learned', learned from change_share where learned is not null;
insert into sharing.shared_field (shared, field, content)
    select share, 'steps[' || trim(cast(place as char(10))) || '].kind', kind from change_share_step;
insert into sharing.shared_field (shared, field, content)
    select share, 'steps[' || trim(cast(place as char(10))) || '].what', what from change_share_step;
insert into sharing.shared_field (shared, field, content)
    select share, 'steps[' || trim(cast(place as char(10))) || '].startsAfter', trim(cast(starts_after as char(20)))
    from change_share_step where starts_after is not null;
insert into sharing.shared_field (shared, field, content)
    select share, 'steps[' || trim(cast(place as char(10))) || '].lasts', trim(cast(lasts as char(20)))
    from change_share_step where lasts is not null;
insert into sharing.adoption
        (shared, center, outcome, reason, minutes, made_kind, made_id, by_id, by_name, told)
    select share, center, outcome, reason, minutes, made_kind, made_id, by_id, by_name, told
    from change_adoption;

--changeset changes:012-share-moved
drop table change_adoption;
drop table change_share_place;
drop table change_share_step;
drop table change_share;
