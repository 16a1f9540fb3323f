-- SPDX-FileCopyrightText: 2026 The DDAS authors
-- SPDX-License-Identifier: EUPL-1.2

-- How many trajecten a page may hold; empty: as many as the supplier puts on one by itself.
ALTER TABLE ophaling ADD COLUMN paginagrootte int CHECK (paginagrootte > 0);
