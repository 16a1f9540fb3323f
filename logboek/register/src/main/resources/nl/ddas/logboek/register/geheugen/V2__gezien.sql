-- SPDX-FileCopyrightText: 2026 The DDAS authors
-- SPDX-License-Identifier: EUPL-1.2

-- When a register last answered well: a version that begins after that is not dated back, because the log could not
-- know of it. Only ever moves forward.
create table gezien (
    adres text collate "C" primary key,
    op    timestamptz not null
);

create trigger vooruit before update on gezien for each row
    when (new.adres <> old.adres or new.op < old.op) execute function blijft();
create trigger blijft before delete or truncate on gezien for each statement execute function blijft();
