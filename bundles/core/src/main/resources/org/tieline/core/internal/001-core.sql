--liquibase formatted sql

--changeset core:001-center
create table center (
    id varchar(40) not null primary key,
    name varchar(120) not null,
    search_text varchar(400) not null,
    kind varchar(20) not null,
    time_zone varchar(60) not null,
    state varchar(10) not null,
    fcc_psap_id varchar(8),
    version bigint not null,
    created ${timestamp} not null,
    updated ${timestamp} not null
);
create table center_neighbour (
    center varchar(40) not null references center (id),
    neighbour varchar(40) not null references center (id),
    place integer not null,
    primary key (center, neighbour)
);
create table center_backup (
    center varchar(40) not null references center (id),
    backup varchar(40) not null references center (id),
    place integer not null,
    primary key (center, backup)
);
create index center_backup_backup on center_backup (backup, center);

--changeset core:001-person
create table person (
    id varchar(36) not null primary key,
    login varchar(60) not null,
    login_key varchar(60) not null,
    name varchar(120) not null,
    search_text varchar(400) not null,
    email varchar(254),
    center varchar(40) not null,
    active boolean not null,
    password_hash varchar(250),
    password_changed ${timestamp},
    locked ${timestamp},
    last_sign_in ${timestamp},
    version bigint not null,
    created ${timestamp} not null,
    updated ${timestamp} not null,
    constraint person_login unique (login_key)
);
create table role_grant (
    person varchar(36) not null references person (id),
    center varchar(40) not null,
    role_name varchar(20) not null,
    primary key (person, center, role_name)
);
create index role_grant_role on role_grant (center, role_name, person);
-- the centers in whose list a person appears: the home center and those where a role is held
create table center_person (
    center varchar(40) not null,
    login_key varchar(60) not null,
    person varchar(36) not null references person (id),
    primary key (center, login_key)
);
create index center_person_person on center_person (person);

--changeset core:001-sign-in
create table password_history (
    id varchar(36) not null primary key,
    person varchar(36) not null references person (id),
    password_hash varchar(250) not null
);
create index password_history_person on password_history (person, id);
create table sign_in_failure (
    id varchar(36) not null primary key,
    person varchar(36) not null references person (id),
    failed ${timestamp} not null
);
create index sign_in_failure_person on sign_in_failure (person, failed);
create table one_time_code (
    code_hash varchar(64) not null primary key,
    -- empty for the code of the first start
    person varchar(36) references person (id),
    expires ${timestamp} not null
);
create index one_time_code_person on one_time_code (person);
create index one_time_code_expires on one_time_code (expires);
create table dispatch_position (
    id varchar(36) not null primary key,
    center varchar(40) not null,
    name varchar(60) not null,
    secret_hash varchar(64) not null,
    created ${timestamp} not null,
    revoked ${timestamp},
    constraint dispatch_position_secret unique (secret_hash)
);
create index dispatch_position_center on dispatch_position (center, id);
create table browser_session (
    secret_hash varchar(64) not null primary key,
    person varchar(36) not null references person (id),
    -- the dispatch position it was last used on
    place varchar(36),
    last_used ${timestamp} not null,
    ends_at ${timestamp} not null
);
create index browser_session_person on browser_session (person);
create index browser_session_ends on browser_session (ends_at);
create index browser_session_used on browser_session (last_used);

--changeset core:001-service-account
create table service_account (
    id varchar(36) not null primary key,
    name varchar(120) not null,
    name_key varchar(120) not null,
    center varchar(40) not null,
    active boolean not null,
    version bigint not null,
    created ${timestamp} not null,
    updated ${timestamp} not null,
    constraint service_account_name unique (center, name_key)
);
create index service_account_list on service_account (name_key, id);
create table account_grant (
    account varchar(36) not null references service_account (id),
    center varchar(40) not null,
    role_name varchar(20) not null,
    primary key (account, center, role_name)
);
create table token (
    id varchar(36) not null primary key,
    account varchar(36) not null references service_account (id),
    label varchar(120) not null,
    scopes varchar(8000) not null,
    secret_hash varchar(64) not null,
    expires ${timestamp} not null,
    created ${timestamp} not null,
    last_used ${timestamp},
    revoked ${timestamp},
    constraint token_secret unique (secret_hash)
);
create index token_account on token (account, id);
