-- SPDX-FileCopyrightText: 2026 The DDAS authors
-- SPDX-License-Identifier: EUPL-1.2

-- Under which trace this collection stands in the Logboek Dataverwerkingen (W3C traceparent); empty: not there yet.
ALTER TABLE ophaling ADD COLUMN trace text NOT NULL DEFAULT '';
