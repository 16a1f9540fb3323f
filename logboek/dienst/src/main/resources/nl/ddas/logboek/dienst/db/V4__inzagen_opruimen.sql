-- SPDX-FileCopyrightText: 2026 The DDAS authors
-- SPDX-License-Identifier: EUPL-1.2

-- Who looked in the log goes after the term for it, in this one way; by hand nothing of it goes.
create function ruim_inzagen(voor timestamptz) returns bigint language plpgsql security definer
    set search_path = ${flyway:defaultSchema}, pg_temp as $$
declare
    weg bigint;
begin
    perform set_config('logboek.ruimt_inzagen', 'ja', true);
    delete from inzage where op < voor;
    get diagnostics weg = row_count;
    perform set_config('logboek.ruimt_inzagen', '', true);
    return weg;
end $$;
revoke execute on function ruim_inzagen(timestamptz) from public;

create function weiger_inzage() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and current_setting('logboek.ruimt_inzagen', true) = 'ja' then
        return null;
    end if;
    raise exception 'rows of % are never changed or removed', tg_table_name using errcode = 'insufficient_privilege';
end $$;

drop trigger alleen_erbij on inzage;
create trigger alleen_erbij before update or delete or truncate on inzage
    for each statement execute function weiger_inzage();

-- Removal looks at the moment alone.
create index inzage_oud on inzage (op);
