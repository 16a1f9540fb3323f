-- SPDX-FileCopyrightText: 2026 The DDAS authors
-- SPDX-License-Identifier: EUPL-1.2

-- Lines that are not in the log, as they came. They may hold anything: only who decides about them may read this table.
create table quarantaine (
    id        bigint generated always as identity primary key,
    houder    text collate "C" not null,
    ontvangen timestamptz not null,
    codes     text[] not null,
    leesbaar  boolean not null,
    digest    text collate "C" not null,
    inhoud    bytea not null,
    unique (houder, digest)
);
