--liquibase formatted sql

--changeset discussion:002-follower
-- the journal keeps where its followers are
drop table followed;
