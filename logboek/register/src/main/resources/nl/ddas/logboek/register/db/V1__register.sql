-- SPDX-FileCopyrightText: 2026 The DDAS authors
-- SPDX-License-Identifier: EUPL-1.2

create table activiteit (
    id         uuid primary key,
    -- Counts every change; who changes says which count was seen.
    revisie    int not null check (revisie > 0),
    supersedes uuid,
    -- What the next version may become. Not part of the register yet, so it may change.
    concept    text
);

create table versie (
    activiteit uuid not null references activiteit (id),
    nummer     int not null check (nummer > 0),
    valid_from timestamptz not null,
    -- JSON as it was made; never read and written again, so that its bytes stay.
    inhoud     text not null,
    primary key (activiteit, nummer),
    unique (activiteit, valid_from)
);

create table entiteit (
    id     uuid primary key,
    inhoud text not null
);

-- A version is never changed and never goes (LDV-R3), whoever asks: the owner of the tables too.
create function versie_blijft() returns trigger language plpgsql as $$
begin
    raise exception 'a version of an activity never changes or disappears';
end $$;

create trigger versie_blijft before update or delete on versie
    for each row execute function versie_blijft();
create trigger versies_blijven before truncate on versie
    for each statement execute function versie_blijft();

-- Numbers without gap and rising moments: so that each moment has exactly one version (LDV-R2).
create function versie_volgt() returns trigger language plpgsql as $$
declare
    laatste record;
begin
    select v.nummer, v.valid_from into laatste from versie v
        where v.activiteit = new.activiteit order by v.nummer desc limit 1;
    if new.nummer <> coalesce(laatste.nummer, 0) + 1 or new.valid_from <= laatste.valid_from then
        raise exception 'a version follows the last one, in number and in time';
    end if;
    return new;
end $$;

create trigger versie_volgt before insert on versie
    for each row execute function versie_volgt();
