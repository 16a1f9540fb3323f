-- SPDX-FileCopyrightText: 2026 The DDAS authors
-- SPDX-License-Identifier: EUPL-1.2

-- Proofs are made from tiles, so a checkpoint is of no more use once a later one goes on from it. Of each hour the last
-- one stays for ever, and the last that each witness signed, with its signature; what came before them may go.
create function alleen_ingehaald() returns trigger language plpgsql as $$
begin
    if tg_table_name = 'checkpoint' then
        perform from checkpoint later where later.log = old.log and later.grootte > old.grootte
            and date_trunc('hour', later.gemaakt, 'UTC') = date_trunc('hour', old.gemaakt, 'UTC');
    else
        perform from cosignature s join checkpoint later using (log, grootte)
            join checkpoint deze on deze.log = old.log and deze.grootte = old.grootte
            where s.log = old.log and s.getuige = old.getuige and s.grootte > old.grootte
            and date_trunc('hour', later.gemaakt, 'UTC') = date_trunc('hour', deze.gemaakt, 'UTC');
    end if;
    if not found then
        raise exception 'the last row of an hour in % is never removed', tg_table_name
            using errcode = 'insufficient_privilege';
    end if;
    return old;
end $$;

drop trigger alleen_erbij on checkpoint;
drop trigger alleen_erbij on cosignature;
create trigger alleen_erbij before update or truncate on checkpoint for each statement execute function weiger();
create trigger alleen_erbij before update or truncate on cosignature for each statement execute function weiger();
create trigger alleen_ingehaald before delete on checkpoint for each row execute function alleen_ingehaald();
create trigger alleen_ingehaald before delete on cosignature for each row execute function alleen_ingehaald();
