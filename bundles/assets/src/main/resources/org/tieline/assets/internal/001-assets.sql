--liquibase formatted sql

--changeset assets:001-asset
create table asset (
    id varchar(36) not null primary key,
    center varchar(40) not null,
    name varchar(120) not null,
    name_key varchar(240) not null,
    search_text varchar(500) not null,
    kind varchar(20) not null,
    state varchar(10) not null,
    criticality varchar(10) not null,
    owner_name varchar(120),
    supplier varchar(36) references asset (id),
    fallback varchar(4000),
    call_paths varchar(100) not null,
    version bigint not null,
    created ${timestamp} not null,
    updated ${timestamp} not null,
    constraint asset_name unique (center, name_key)
);
create index asset_list on asset (name_key, id);
create index asset_kind on asset (kind, name_key, id);
create index asset_supplier on asset (supplier);
-- the centers on whose map an asset is: its own and those that it is shared with
create table asset_center (
    center varchar(40) not null,
    name_key varchar(240) not null,
    asset varchar(36) not null references asset (id),
    kind varchar(20) not null,
    primary key (center, name_key, asset)
);
create index asset_center_kind on asset_center (center, kind, name_key, asset);
create index asset_center_asset on asset_center (asset, center);
create table asset_window (
    asset varchar(36) not null references asset (id),
    place integer not null,
    weekday integer not null,
    from_time varchar(5) not null,
    to_time varchar(5) not null,
    primary key (asset, place)
);

--changeset assets:001-support
-- what an asset rests on: each place is held by any one of its choices
create table asset_support (
    asset varchar(36) not null references asset (id),
    place integer not null,
    choice integer not null,
    supporter varchar(36) not null references asset (id),
    primary key (asset, place, choice)
);
create index asset_support_supporter on asset_support (supporter, asset);
-- counts the changes of each center's map; the row of * is held while any map is changed
create table map_revision (
    center varchar(40) not null primary key,
    revision bigint not null
);
insert into map_revision (center, revision) values ('*', 0);
