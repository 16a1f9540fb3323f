-- SPDX-FileCopyrightText: 2026 The DDAS authors
-- SPDX-License-Identifier: EUPL-1.2

-- A delivery that waits for approval and gets none in time.
ALTER TABLE ophaling DROP CONSTRAINT ophaling_toestand_check;
ALTER TABLE ophaling ADD CONSTRAINT ophaling_toestand_check CHECK (toestand IN ('GEPLAND', 'OPGEHAALD', 'GETOETST',
    'VERSTUURD', 'GOEDGEKEURD', 'INGELEZEN', 'ACHTERHAALD', 'AFGEKEURD', 'INGETROKKEN', 'VERVALLEN'));
DROP INDEX ophaling_bezig;
CREATE INDEX ophaling_bezig ON ophaling (toestand)
    WHERE toestand NOT IN ('INGELEZEN', 'ACHTERHAALD', 'AFGEKEURD', 'INGETROKKEN', 'VERVALLEN');
