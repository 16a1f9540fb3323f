-- SPDX-FileCopyrightText: 2026 The DDAS authors
-- SPDX-License-Identifier: EUPL-1.2

-- Tiles that are full: these never change again.
create table tegel (
    log    text collate "C" not null,
    niveau smallint not null,
    nummer bigint not null,
    hashes bytea not null,
    primary key (log, niveau, nummer),
    check (niveau >= 0 and nummer >= 0 and length(hashes) = 8192)
);
-- Hashes do not get smaller by compressing, and the beginning of a row is read without the rest.
alter table tegel alter column hashes set storage external;

-- The tiles at the right edge of a tree that grows; with the full ones, the whole tree.
create table rand (
    log     text collate "C" primary key,
    grootte bigint not null check (grootte >= 0),
    tegels  bytea not null
);
alter table rand alter column tegels set storage external;

-- What a log signed.
create table checkpoint (
    log     text collate "C" not null,
    grootte bigint not null check (grootte >= 0),
    note    text not null,
    gemaakt timestamptz not null,
    primary key (log, grootte)
);

-- What witnesses signed below it, by the verifier key of the witness.
create table cosignature (
    log     text collate "C" not null,
    grootte bigint not null,
    getuige text not null,
    regel   text not null,
    primary key (log, grootte, getuige),
    foreign key (log, grootte) references checkpoint
);
create index cosignature_getuige on cosignature (log, getuige, grootte);

-- As a witness of others: the last checkpoint of each log that was signed here.
create table getuigd (
    origin  text collate "C" primary key,
    grootte bigint not null check (grootte >= 0),
    wortel  bytea not null check (length(wortel) = 32),
    note    text not null
);

-- As a witness of others: what a log signed that does not go on from what it signed before. Proof against it.
create table geweigerd (
    id     bigint generated always as identity primary key,
    origin text collate "C" not null,
    aanbod bytea not null
);
create index geweigerd_origin on geweigerd (origin);

create function weiger() returns trigger language plpgsql as $$
begin
    raise exception 'rows of % are never changed or removed', tg_table_name using errcode = 'insufficient_privilege';
end $$;

create trigger alleen_erbij before update or delete or truncate on tegel for each statement execute function weiger();
create trigger alleen_erbij before update or delete or truncate on checkpoint for each statement execute function weiger();
create trigger alleen_erbij before update or delete or truncate on cosignature for each statement execute function weiger();
create trigger alleen_erbij before update or delete or truncate on geweigerd for each statement execute function weiger();
create trigger blijft before delete or truncate on rand for each statement execute function weiger();
create trigger blijft before delete or truncate on getuigd for each statement execute function weiger();

-- A tree only grows, whoever asks.
create function alleen_groter() returns trigger language plpgsql as $$
begin
    if new.grootte < old.grootte then
        raise exception 'a tree of % does not get smaller', tg_table_name using errcode = 'insufficient_privilege';
    end if;
    return new;
end $$;

create function zelfde_wortel() returns trigger language plpgsql as $$
begin
    if new.grootte = old.grootte and new.wortel <> old.wortel then
        raise exception 'a tree has one root at a size' using errcode = 'insufficient_privilege';
    end if;
    return new;
end $$;

create trigger alleen_groter before update on rand for each row execute function alleen_groter();
create trigger alleen_groter before update on getuigd for each row execute function alleen_groter();
create trigger zelfde_wortel before update on getuigd for each row execute function zelfde_wortel();
