--liquibase formatted sql

--changeset changes:001-change
create table change_record (
    id varchar(36) not null primary key,
    center varchar(40) not null,
    number varchar(20) not null,
    title varchar(200) not null,
    type varchar(10) not null,
    state varchar(12) not null,
    model varchar(36),
    why varchar(4000),
    what varchar(4000),
    call_paths varchar(100) not null,
    all_paths varchar(100) not null,
    answers varchar(200) not null,
    window_start ${timestamp},
    window_end ${timestamp},
    implementer varchar(36),
    implementer_name varchar(120),
    test_plan varchar(4000),
    back_out_plan varchar(4000),
    decide_after bigint,
    calls_meanwhile varchar(4000),
    tell varchar(4000),
    risk_level varchar(6) not null,
    approval varchar(14) not null,
    round integer not null,
    asked_again varchar(4000),
    started ${timestamp},
    backed_out ${timestamp},
    ended ${timestamp},
    closure varchar(12),
    aim varchar(6),
    side_effects varchar(4000),
    incidents varchar(4000),
    learned varchar(4000),
    reviewer varchar(100),
    reviewer_name varchar(120),
    reviewed ${timestamp},
    requester varchar(100) not null,
    requester_name varchar(120) not null,
    version bigint not null,
    created ${timestamp} not null,
    updated ${timestamp} not null,
    constraint change_number unique (number, center)
);
-- newest first, of all, of a center, in a state; ids sort as they were made
create index change_newest on change_record (id desc);
create index change_center on change_record (center, id desc);
create index change_state on change_record (state, id desc);
create index change_center_state on change_record (center, state, id desc);
create index change_implementer on change_record (implementer, id desc);
create index change_requester on change_record (requester, id desc);
-- by time, for the schedule and for what collides
create index change_window on change_record (window_start, id);
create index change_center_window on change_record (center, window_start, id);
create index change_implementer_window on change_record (implementer, window_start);
create table change_asset (
    change_id varchar(36) not null references change_record (id),
    asset varchar(36) not null,
    window_start ${timestamp},
    window_end ${timestamp},
    primary key (change_id, asset)
);
create index change_asset_newest on change_asset (asset, change_id desc);
create index change_asset_window on change_asset (asset, window_start, change_id);
create table change_count (
    center varchar(40) not null,
    count_year integer not null,
    last_number bigint not null,
    primary key (center, count_year)
);
-- held while a change is put into the schedule
insert into change_count (center, count_year, last_number) values ('*', 0, 0);

--changeset changes:001-parts
create table change_step (
    change_id varchar(36) not null references change_record (id),
    place integer not null,
    id varchar(36) not null,
    kind varchar(10) not null,
    what varchar(500) not null,
    owner_name varchar(120),
    starts_after bigint,
    lasts bigint,
    state varchar(8) not null,
    started ${timestamp},
    finished ${timestamp},
    by_id varchar(100),
    by_name varchar(120),
    result varchar(1000),
    primary key (change_id, place)
);
create table change_risk (
    change_id varchar(36) not null references change_record (id),
    place integer not null,
    assessor varchar(120) not null,
    points integer not null,
    reason varchar(1000) not null,
    primary key (change_id, place)
);
create table change_authority (
    change_id varchar(36) not null references change_record (id),
    place integer not null,
    name varchar(120) not null,
    roles varchar(200) not null,
    quorum integer not null,
    primary key (change_id, place)
);
create table change_vote (
    change_id varchar(36) not null references change_record (id),
    place integer not null,
    round integer not null,
    voter varchar(100) not null,
    voter_name varchar(120) not null,
    stands_for varchar(100),
    stands_for_name varchar(120),
    roles varchar(200) not null,
    choice varchar(8) not null,
    reason varchar(1000),
    voted ${timestamp} not null,
    primary key (change_id, place)
);
create table change_conflict (
    change_id varchar(36) not null references change_record (id),
    place integer not null,
    kind varchar(20) not null,
    hard boolean not null,
    with_kind varchar(40),
    with_id varchar(100),
    words varchar(1000) not null,
    present boolean not null,
    reason varchar(1000),
    by_id varchar(100),
    by_name varchar(120),
    primary key (change_id, place)
);
create table change_test_call (
    change_id varchar(36) not null references change_record (id),
    place integer not null,
    id varchar(36) not null,
    path varchar(10) not null,
    passed boolean not null,
    made ${timestamp} not null,
    note varchar(1000) not null,
    by_id varchar(100) not null,
    by_name varchar(120) not null,
    primary key (change_id, place)
);

--changeset changes:001-model
create table change_model (
    id varchar(36) not null primary key,
    center varchar(40) not null,
    name varchar(120) not null,
    name_key varchar(240) not null,
    state varchar(8) not null,
    edition integer not null,
    from_change varchar(36),
    use_when varchar(4000),
    why varchar(4000),
    what varchar(4000),
    lasts bigint not null,
    test_plan varchar(4000),
    back_out_plan varchar(4000),
    decide_after bigint,
    calls_meanwhile varchar(4000),
    tell varchar(4000),
    author varchar(100) not null,
    author_name varchar(120) not null,
    approver varchar(100),
    approver_name varchar(120),
    version bigint not null,
    created ${timestamp} not null,
    updated ${timestamp} not null,
    constraint change_model_name unique (center, name_key)
);
create index change_model_list on change_model (name_key, id);
create table change_model_asset (
    model varchar(36) not null references change_model (id),
    asset varchar(36) not null,
    primary key (model, asset)
);
create table change_model_step (
    model varchar(36) not null references change_model (id),
    place integer not null,
    kind varchar(10) not null,
    what varchar(500) not null,
    owner_name varchar(120),
    starts_after bigint,
    lasts bigint,
    primary key (model, place)
);
