--liquibase formatted sql

--changeset problem:003-incident
create table incident (
    id varchar(36) not null primary key,
    center varchar(40) not null,
    number varchar(20) not null,
    state varchar(20) not null,
    title varchar(200) not null,
    service varchar(160),
    asset varchar(36),
    description varchar(4000),
    category varchar(40),
    impact varchar(20),
    urgency varchar(20),
    priority varchar(20),
    priority_reason varchar(400),
    began ${timestamp},
    detected ${timestamp},
    reported ${timestamp},
    acknowledged ${timestamp},
    worked_around ${timestamp},
    restored ${timestamp},
    assigned_to varchar(120),
    hold_reason varchar(400),
    resolution varchar(4000),
    version bigint not null,
    created ${timestamp} not null,
    updated ${timestamp} not null,
    constraint incident_number unique (number, center)
);
create index incident_newest on incident (id desc);
create index incident_center on incident (center, id desc);
create index incident_state on incident (state, id desc);
create index incident_center_state on incident (center, state, id desc);

--changeset problem:003-timeline-entry
-- what happened during incidents; rows are added only
create table timeline_entry (
    id varchar(36) not null primary key,
    center varchar(40) not null,
    state varchar(20) not null,
    incident varchar(36) not null,
    text varchar(4000) not null,
    happened ${timestamp} not null,
    author varchar(200) not null,
    author_name varchar(400) not null,
    version bigint not null,
    created ${timestamp} not null,
    updated ${timestamp} not null
);
create index timeline_entry_list on timeline_entry (incident, happened desc, id desc);
