-- SPDX-FileCopyrightText: 2026 The DDAS authors
-- SPDX-License-Identifier: EUPL-1.2

-- Lines that are not in the log, byte for byte as they came. They may hold anything, a BSN too.
create table quarantaine (
    nummer    bigint generated always as identity primary key,
    houder    text collate "C" not null,
    digest    bytea not null,
    ontvangen timestamptz not null,
    laatst    timestamptz not null,
    -- How often exactly these bytes came.
    keren     int not null,
    codes     text[] not null,
    vorm      text not null,
    afgekapt  boolean not null,
    bytes     bigint not null,
    -- Nothing any more when the line was taken up in the log after all.
    inhoud    bytea,
    opgenomen timestamptz,
    unique (houder, digest),
    check ((inhoud is null) = (opgenomen is not null))
);

create index quarantaine_laatst on quarantaine (laatst);

-- What waits of each controller, kept along: it is looked at with each line that is added.
create table quarantaine_stand (
    houder text collate "C" primary key,
    regels bigint not null,
    bytes  bigint not null
);

-- Who puts lines here need not read them, and the server does not: it works as the first of these roles. The second is for
-- who decides about them. Where roles may not be made, a database administrator makes them and grants the same.
do $$
declare
    rol text;
begin
    foreach rol in array array['logboek_quarantaine_schrijver', 'logboek_quarantaine_lezer'] loop
        begin
            execute format('create role %I nologin', rol);
        exception when duplicate_object or unique_violation or insufficient_privilege then
            null;
        end;
        begin
            execute format('grant %I to %I', rol, current_user);
            execute format('grant usage on schema %I to %I', current_schema(), rol);
        exception when undefined_object or insufficient_privilege or unique_violation then
            null;
        end;
    end loop;
    if exists (select from pg_roles where rolname = 'logboek_quarantaine_schrijver') then
        grant insert, delete on quarantaine to logboek_quarantaine_schrijver;
        grant select (nummer, houder, digest, ontvangen, laatst, keren, codes, vorm, afgekapt, bytes, opgenomen),
            update (laatst, keren, codes, vorm, afgekapt, bytes, inhoud, opgenomen)
            on quarantaine to logboek_quarantaine_schrijver;
        grant select, insert, update, delete on quarantaine_stand to logboek_quarantaine_schrijver;
    end if;
    if exists (select from pg_roles where rolname = 'logboek_quarantaine_lezer') then
        grant select, update (codes, bytes, inhoud, opgenomen) on quarantaine to logboek_quarantaine_lezer;
        grant select, update on quarantaine_stand to logboek_quarantaine_lezer;
    end if;
end
$$;
