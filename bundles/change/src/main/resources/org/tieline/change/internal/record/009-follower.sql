--liquibase formatted sql

--changeset changes:009-follower
-- the journal keeps where its followers are
drop table change_follower;
