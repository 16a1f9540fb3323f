-- SPDX-FileCopyrightText: 2026 The DDAS authors
-- SPDX-License-Identifier: EUPL-1.2

-- A Peer that announces itself hears again what it did not take.
CREATE INDEX delivery_undone ON delivery (target) WHERE status <> 'DONE';
