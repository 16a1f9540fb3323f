-- SPDX-FileCopyrightText: 2026 The DDAS authors
-- SPDX-License-Identifier: EUPL-1.2

-- What a Peer asks about one Grant or one Service: for each role an index, in the order of a page but for records of
-- the same second. Those are sorted when they are asked for: with whole keys these indexes would be three times as large.
create index log_record_outway_grant
    on log_record (outway_peer, grant_hash, created_at);
create index log_record_outway_name
    on log_record (outway_peer, service_name, created_at);
create index log_record_service_grant
    on log_record (service_peer, grant_hash, created_at);
create index log_record_service_name
    on log_record (service_peer, service_name, created_at);
create index log_record_source_grant
    on log_record (source_delegator, grant_hash, created_at)
    where source_delegator is not null;
create index log_record_source_name
    on log_record (source_delegator, service_name, created_at)
    where source_delegator is not null;
create index log_record_destination_grant
    on log_record (destination_delegator, grant_hash, created_at)
    where destination_delegator is not null;
create index log_record_destination_name
    on log_record (destination_delegator, service_name, created_at)
    where destination_delegator is not null;
drop index log_record_grant;
