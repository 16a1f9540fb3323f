-- SPDX-FileCopyrightText: 2026 The DDAS authors
-- SPDX-License-Identifier: EUPL-1.2

-- Whose lines they are; a number in each line instead of a text.
create table houder (
    id   int generated always as identity primary key,
    code text collate "C" not null unique
);

-- Lines of the days around today lie in a partition for each day. Lines of other days go together in the last, so that
-- nobody can have partitions made by inventing dates.
create table logregel (
    dag           date not null,
    houder        int not null,
    trace_id      uuid not null,
    span_id       bigint not null,
    start_nanos   bigint not null,
    -- The leaf of the line in the tree of its controller.
    nummer        bigint not null,
    activiteit    bytea,
    betrokkene    bytea,
    vreemde_trace uuid,
    zout          bytea,
    -- The line in the form in which it is hashed (Regelvorm): what is searched for above follows from it. Without it, the
    -- time of the line is over: its ids stay a while, so that a sender who repeats itself adds nothing.
    vorm          bytea,
    primary key (houder, trace_id, span_id, dag)
) partition by range (dag);

create table logregel_laat partition of logregel default;

create index logregel_betrokkene on logregel (houder, betrokkene, start_nanos) where betrokkene is not null;
create index logregel_activiteit on logregel (houder, activiteit, start_nanos) where activiteit is not null;
create index logregel_vreemd on logregel (houder, vreemde_trace) where vreemde_trace is not null;
create index logregel_leeg on logregel (houder, start_nanos) where vorm is null;

-- What the leaves commit to: 32 bytes for each, one row for each commit of a controller. Outlives the lines.
create table bladbundel (
    houder         int not null,
    van            bigint not null,
    aantal         int not null,
    verbintenissen bytea not null,
    primary key (houder, van),
    check (van >= 0 and aantal > 0 and length(verbintenissen) = aantal * 32)
);
-- Digests do not get smaller by compressing, and parts of a row are read without the rest.
alter table bladbundel alter column verbintenissen set storage external;

create function weiger() returns trigger language plpgsql as $$
begin
    raise exception 'rows of % are never changed or removed', tg_table_name using errcode = 'insufficient_privilege';
end $$;

create trigger alleen_erbij before update or delete or truncate on bladbundel for each statement execute function weiger();
create trigger alleen_erbij before update or delete or truncate on houder for each statement execute function weiger();

-- The partition of a day, made apart and then hung in: whoever writes to other days goes on. Runs as the owner, so that
-- the server needs no rights to make tables.
create function maak_dag(dag date) returns void language plpgsql security definer
    set search_path = ${flyway:defaultSchema}, pg_temp as $$
declare
    naam text := 'logregel_' || to_char(dag, 'YYYYMMDD');
begin
    perform pg_advisory_xact_lock(hashtext('logregel_dag'));
    if to_regclass(naam) is null then
        set local lock_timeout = '2s';
        execute format('create table %I (like logregel including defaults including constraints)', naam);
        execute format('alter table logregel attach partition %I for values from (%L) to (%L)', naam, dag, dag + 1);
    end if;
end $$;
revoke execute on function maak_dag(date) from public;
