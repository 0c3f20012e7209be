--liquibase formatted sql

--changeset lessons:004-follower
-- the journal keeps where its followers are
drop table lesson_followed;
