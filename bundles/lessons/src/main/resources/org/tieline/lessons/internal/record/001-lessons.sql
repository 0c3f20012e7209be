--liquibase formatted sql

--changeset lessons:001-lesson
-- facts is the lesson as it was last written; published as others see it, null where that is the same
create table lesson (
    id varchar(36) not null primary key,
    center varchar(40) not null,
    state varchar(10) not null,
    title varchar(300) not null,
    category varchar(20) not null,
    severity varchar(10) not null,
    facts ${clob} not null,
    published ${clob},
    published_title varchar(300),
    published_category varchar(20),
    published_severity varchar(10),
    published_version bigint,
    published_at ${timestamp},
    author varchar(200) not null,
    author_name varchar(400) not null,
    changed_by varchar(200) not null,
    changed_by_name varchar(400) not null,
    reviewer_name varchar(400),
    pack varchar(200),
    pack_key varchar(200),
    import_run varchar(36),
    import_key varchar(64),
    version bigint not null,
    created ${timestamp} not null,
    updated ${timestamp} not null
);
create index lesson_pack on lesson (pack, pack_key);
create index lesson_list on lesson (updated desc, id desc);
create index lesson_own on lesson (center, updated desc, id desc);
create index lesson_state on lesson (center, state, updated desc, id desc);
create index lesson_import_key on lesson (center, import_key);
create index lesson_of_import on lesson (import_run, id);
-- the centers besides its own that see a lesson while it is published; * for all
create table lesson_seen (
    center varchar(40) not null,
    updated ${timestamp} not null,
    lesson varchar(36) not null references lesson (id),
    primary key (lesson, center)
);
create index lesson_seen_list on lesson_seen (center, updated desc, lesson desc);
create table lesson_version (
    lesson varchar(36) not null references lesson (id),
    version bigint not null,
    state varchar(10) not null,
    facts ${clob} not null,
    changed_by varchar(200) not null,
    changed_by_name varchar(400) not null,
    updated ${timestamp} not null,
    primary key (lesson, version)
);
-- what was decided on a passage before the lesson leaves its center
create table lesson_decision (
    lesson varchar(36) not null references lesson (id),
    passage varchar(64) not null,
    keep boolean not null,
    decided_by varchar(200) not null,
    decided_at ${timestamp} not null,
    primary key (lesson, passage)
);
create table lesson_note (
    id varchar(36) not null primary key,
    lesson varchar(36) not null references lesson (id),
    center varchar(40) not null,
    text varchar(4000) not null,
    written_by varchar(200) not null,
    written_by_name varchar(400) not null,
    written_at ${timestamp} not null
);
create index lesson_note_list on lesson_note (lesson, id desc);

--changeset lessons:001-pack
-- the knowledge packs that are installed; a pack's row is held while its lessons are written
create table knowledge_pack (
    name varchar(200) not null primary key,
    pack_version varchar(100) not null,
    lessons integer not null,
    faults ${clob} not null,
    updated ${timestamp} not null
);

--changeset lessons:001-import
create table lesson_import (
    id varchar(36) not null primary key,
    center varchar(40) not null,
    name varchar(400) not null,
    state varchar(10) not null,
    row_count bigint not null,
    added bigint not null,
    known bigint not null,
    faulty bigint not null,
    faults ${clob} not null,
    done_by varchar(400) not null,
    started ${timestamp} not null,
    updated ${timestamp} not null
);
create index lesson_import_list on lesson_import (center, id desc);
