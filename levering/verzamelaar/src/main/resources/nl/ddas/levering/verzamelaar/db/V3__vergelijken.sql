-- SPDX-FileCopyrightText: 2026 The DDAS authors
-- SPDX-License-Identifier: EUPL-1.2

-- What the delivery of the next half-year is compared with: how many trajecten each organisation delivered (L-06), and
-- which of them still ran (L-07). Organisations and trajecten are keyed numbers.
CREATE TABLE aantal_trajecten (
    ophaling    bigint NOT NULL REFERENCES ophaling,
    organisatie bigint NOT NULL,
    trajecten   bigint NOT NULL,
    PRIMARY KEY (ophaling, organisatie)
);

CREATE TABLE open_traject (
    inlezing    bigint NOT NULL REFERENCES inlezing,
    organisatie bigint NOT NULL,
    sleutel     bigint NOT NULL
);
CREATE INDEX open_traject_sleutel ON open_traject (inlezing, organisatie, sleutel);
