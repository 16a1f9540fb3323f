-- SPDX-FileCopyrightText: 2026 The DDAS authors
-- SPDX-License-Identifier: EUPL-1.2

-- Evidence that lines were removed because their time was over. It is a leaf itself, so it cannot be written afterwards;
-- vorm is what is hashed, the other columns say the same for who looks with SQL.
create table vernietiging (
    houder     int not null,
    nummer     bigint not null,
    ronde      uuid not null,
    op         timestamptz not null,
    activiteit text collate "C" not null,
    versie     text collate "C" not null,
    aantal     bigint not null,
    zout       bytea not null,
    vorm       bytea not null,
    primary key (houder, nummer)
);
create trigger alleen_erbij before update or delete or truncate on vernietiging
    for each statement execute function weiger();

-- Who looked in the log. What they looked for is there as a keyed digest, never as itself.
create table inzage (
    id     bigint generated always as identity primary key,
    houder text collate "C" not null,
    wie    text collate "C" not null,
    op     timestamptz not null,
    vraag  bytea not null,
    regels int not null
);
create index inzage_op on inzage (houder, op);
create trigger alleen_erbij before update or delete or truncate on inzage for each statement execute function weiger();
