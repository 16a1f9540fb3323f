-- SPDX-FileCopyrightText: 2026 The DDAS authors
-- SPDX-License-Identifier: EUPL-1.2

-- What a log knew of its register, each state whole. Without contact data of parties: those may have to go.
create table stand (
    nummer   bigint generated always as identity primary key,
    op       timestamptz not null default now(),
    adres    text collate "C" not null,
    document text not null
);

create index stand_adres on stand (adres, nummer);

create function blijft() returns trigger language plpgsql as $$
begin
    raise exception 'what was known of the register never changes or disappears';
end $$;

create trigger blijft before update or delete or truncate on stand for each statement execute function blijft();
