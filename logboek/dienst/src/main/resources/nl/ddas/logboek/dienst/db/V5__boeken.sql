-- SPDX-FileCopyrightText: 2026 The DDAS authors
-- SPDX-License-Identifier: EUPL-1.2

-- Adds leaves of a controller and gives the number of the first: what each commit begins with, in one turn instead of three,
-- because every other writer for this controller waits. Whatever the server was set to, what is confirmed is on its disk.
-- Each statement sees what was committed when it began, so the leaves of who held the lock before are seen.
create function boek(wie int, slot int, bladeren int, bytes bytea) returns bigint language plpgsql as $$
declare
    eerste bigint;
begin
    perform set_config('synchronous_commit', 'on', true);
    perform pg_advisory_xact_lock(slot, wie);
    insert into bladbundel (houder, van, aantal, verbintenissen)
        values (wie,
            coalesce((select van + aantal from bladbundel where houder = wie order by van desc limit 1), 0),
            bladeren, bytes)
        returning van into eerste;
    return eerste;
end $$;
