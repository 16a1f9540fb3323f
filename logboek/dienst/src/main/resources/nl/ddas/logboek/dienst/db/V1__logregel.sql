-- SPDX-FileCopyrightText: 2026 The DDAS authors
-- SPDX-License-Identifier: EUPL-1.2

-- Whose lines they are; a number in each line instead of a text.
create table houder (
    id   int generated always as identity primary key,
    code text collate "C" not null unique
);

-- Lines of the days around today lie in a partition for each day. Older ones that come late go together in the last,
-- so that nobody can have partitions made by inventing dates.
create table logregel (
    dag           date not null,
    houder        int not null,
    trace_id      uuid not null,
    span_id       bigint not null,
    start_nanos   bigint not null,
    activiteit    bytea,
    betrokkene    bytea,
    vreemde_trace uuid,
    -- The line in the form in which it is hashed (Regelvorm): everything above follows from it.
    vorm          bytea not null,
    primary key (houder, trace_id, span_id, dag)
) partition by range (dag);

create table logregel_laat partition of logregel default;

create index logregel_betrokkene on logregel (houder, betrokkene, start_nanos) where betrokkene is not null;
create index logregel_activiteit on logregel (houder, activiteit, start_nanos) where activiteit is not null;
create index logregel_vreemd on logregel (houder, vreemde_trace) where vreemde_trace is not null;
