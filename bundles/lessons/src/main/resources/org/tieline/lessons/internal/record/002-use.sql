--liquibase formatted sql

--changeset lessons:002-adoption
-- what centers make of the lessons of others
create table lesson_adoption (
    lesson varchar(36) not null references lesson (id),
    center varchar(40) not null,
    stage varchar(12) not null,
    uptake varchar(10) not null,
    note varchar(4000) not null,
    effect varchar(10),
    effect_note varchar(4000) not null,
    named boolean not null,
    decided_by varchar(400) not null,
    version bigint not null,
    updated ${timestamp} not null,
    primary key (lesson, center)
);
create index lesson_adoption_board on lesson_adoption (center, stage, updated desc, lesson desc);

--changeset lessons:002-feedback
-- settled: when the lesson's center answered it
create table lesson_feedback (
    id varchar(36) not null primary key,
    lesson varchar(36) not null references lesson (id),
    center varchar(40) not null,
    kind varchar(10) not null,
    reason varchar(1000) not null,
    told_by varchar(200) not null,
    told_by_name varchar(400) not null,
    told_at ${timestamp} not null,
    settled ${timestamp}
);
create index lesson_feedback_list on lesson_feedback (lesson, kind, id desc);

--changeset lessons:002-standing
-- what adoptions and feedback come to
create table lesson_standing (
    lesson varchar(36) not null primary key references lesson (id),
    adopted integer not null,
    better integer not null,
    helped integer not null,
    doubted integer not null,
    best_since ${timestamp}
);

--changeset lessons:002-due
-- published lessons that have a day to look at them again, or that a reader doubts; since is a day, 2026-11-22
create table lesson_due (
    lesson varchar(36) not null primary key references lesson (id),
    center varchar(40) not null,
    since varchar(10) not null,
    told boolean not null
);
create index lesson_due_list on lesson_due (center, since, lesson);

--changeset lessons:002-known
-- an import asks for many keys at once, which only an index that begins with them can answer
drop index lesson_import_key;
create index lesson_known on lesson (import_key, center);
