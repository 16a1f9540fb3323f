-- SPDX-FileCopyrightText: 2026 The DDAS authors
-- SPDX-License-Identifier: EUPL-1.2

-- A Peer sees the records in which it has a role: for each role an index, in the order of a page.
create index log_record_outway on log_record (outway_peer, created_at, transaction_id, direction);
create index log_record_service on log_record (service_peer, created_at, transaction_id, direction);
create index log_record_source on log_record (source_delegator, created_at, transaction_id, direction)
    where source_delegator is not null;
create index log_record_destination on log_record (destination_delegator, created_at, transaction_id, direction)
    where destination_delegator is not null;
