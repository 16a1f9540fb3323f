-- SPDX-FileCopyrightText: 2026 The DDAS authors
-- SPDX-License-Identifier: EUPL-1.2

-- Few and small: own services, our Inways and Outways, keys that signed, where we were last reached.
CREATE TABLE kept (
    kind     text COLLATE "C" NOT NULL,
    id       text COLLATE "C" NOT NULL,
    document json             NOT NULL,
    PRIMARY KEY (kind, id)
);

-- Who did what. Moments in milliseconds.
CREATE TABLE audit (
    number  bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at      bigint NOT NULL,
    who     text   NOT NULL,
    act     text   NOT NULL,
    subject text   NOT NULL,
    outcome text   NOT NULL
);
CREATE INDEX audit_at ON audit (at);
