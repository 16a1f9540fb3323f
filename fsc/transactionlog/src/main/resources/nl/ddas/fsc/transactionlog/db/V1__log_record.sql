-- SPDX-FileCopyrightText: 2026 The DDAS authors
-- SPDX-License-Identifier: EUPL-1.2

-- Texts sort by code point, so that a cursor means the same on every server.
create table log_record (
    transaction_id        text collate "C" not null,
    direction             text collate "C" not null,
    grant_hash            text not null,
    outway_peer           text not null,
    source_delegator      text,
    service_peer          text not null,
    destination_delegator text,
    service_name          text not null,
    created_at            bigint not null,
    additional            text,
    trace_id              text,
    span_id               text,
    primary key (transaction_id, direction)
);

create index log_record_order on log_record (created_at, transaction_id, direction);
create index log_record_grant on log_record (grant_hash);
