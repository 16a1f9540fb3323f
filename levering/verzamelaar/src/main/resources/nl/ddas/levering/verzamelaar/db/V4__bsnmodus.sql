-- SPDX-FileCopyrightText: 2026 The DDAS authors
-- SPDX-License-Identifier: EUPL-1.2

-- Which numbers recognised persons when the keys of these records were made. What is there already was made with the
-- only setting that a report could be made of.
ALTER TABLE ophaling ADD COLUMN bsnmodus text NOT NULL DEFAULT 'STRIKT' CHECK (bsnmodus IN ('STRIKT', 'RUIM'));
ALTER TABLE inlezing ADD COLUMN bsnmodus text NOT NULL DEFAULT 'STRIKT' CHECK (bsnmodus IN ('STRIKT', 'RUIM'));
ALTER TABLE inlezing ALTER COLUMN bsnmodus DROP DEFAULT;
