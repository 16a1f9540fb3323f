-- SPDX-FileCopyrightText: 2026 The DDAS authors
-- SPDX-License-Identifier: EUPL-1.2

-- Whoever may remove the list of who looked, removes nothing of the last 180 days. In hours, because days are not all as
-- long; one less, for a program whose clock is ahead of the database's.
create or replace function ruim_inzagen(voor timestamptz) returns bigint language plpgsql security definer
    set search_path = ${flyway:defaultSchema}, pg_temp as $$
declare
    weg bigint;
begin
    if voor > now() - interval '4319 hours' then
        raise exception 'who looked is kept for 180 days at least; what is from before % may not go yet', voor
            using errcode = 'insufficient_privilege';
    end if;
    perform set_config('logboek.ruimt_inzagen', 'ja', true);
    delete from inzage where op < voor;
    get diagnostics weg = row_count;
    perform set_config('logboek.ruimt_inzagen', '', true);
    return weg;
end $$;
