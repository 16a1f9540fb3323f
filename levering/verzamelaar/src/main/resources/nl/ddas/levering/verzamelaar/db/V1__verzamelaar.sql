-- SPDX-FileCopyrightText: 2026 The DDAS authors
-- SPDX-License-Identifier: EUPL-1.2

CREATE TABLE verzameling (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    periode_start date        NOT NULL,
    periode_eind  date        NOT NULL,
    gestart       timestamptz NOT NULL,
    -- When nothing was left to do but wait for decisions of suppliers.
    klaar         timestamptz,
    CHECK (periode_start <= periode_eind)
);

-- The row of states: one for each supplier in a collection.
CREATE TABLE ophaling (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    verzameling    bigint      NOT NULL REFERENCES verzameling,
    leverancier    text        NOT NULL,
    toestand       text        NOT NULL DEFAULT 'GEPLAND' CHECK (toestand IN ('GEPLAND', 'OPGEHAALD', 'GETOETST',
                       'VERSTUURD', 'GOEDGEKEURD', 'INGELEZEN', 'ACHTERHAALD', 'AFGEKEURD', 'INGETROKKEN')),
    reden          text,
    pogingen       int         NOT NULL DEFAULT 0,
    volgende       timestamptz,
    momentopname   int         NOT NULL DEFAULT 1,
    paginas        int         NOT NULL DEFAULT 0,
    aangeleverd    timestamptz,
    ontvangen      timestamptz,
    bruikbaar      boolean,
    inhoud         bytea,
    trajecten      bigint,
    geweigerd      bigint,
    verslag        text UNIQUE,
    verstuurd      timestamptz,
    besluit        text CHECK (besluit IN ('goedgekeurd', 'ingetrokken')),
    gewijzigd      timestamptz NOT NULL,
    UNIQUE (verzameling, leverancier)
);
CREATE INDEX ophaling_bezig ON ophaling (toestand)
    WHERE toestand NOT IN ('INGELEZEN', 'ACHTERHAALD', 'AFGEKEURD', 'INGETROKKEN');

-- Verified pages of the snapshot that is being collected.
CREATE TABLE pagina (
    ophaling       bigint      NOT NULL REFERENCES ophaling,
    nummer         int         NOT NULL,
    bestand        text        NOT NULL,
    sha256         bytea       NOT NULL,
    grootte        bigint      NOT NULL,
    ondertekenaar  text        NOT NULL,
    ondertekend_op timestamptz NOT NULL,
    ontvangen      timestamptz NOT NULL,
    PRIMARY KEY (ophaling, nummer)
);

-- Everything that was received or made and lies sealed in the evidence folder.
CREATE TABLE bewijs (
    bestand  text PRIMARY KEY,
    ophaling bigint      NOT NULL REFERENCES ophaling,
    soort    text        NOT NULL CHECK (soort IN ('antwoord', 'quarantaine', 'verslag', 'bevindingen',
                 'inlezen')),
    oordeel  text        NOT NULL,
    gemaakt  timestamptz NOT NULL
);

CREATE TABLE bevinding (
    ophaling bigint NOT NULL REFERENCES ophaling,
    code     text   NOT NULL,
    ernst    text   NOT NULL,
    aantal   bigint NOT NULL,
    PRIMARY KEY (ophaling, code, ernst)
);

-- What suppliers decided, never changed.
CREATE TABLE besluit (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    verslag      text        NOT NULL,
    besluit      text        NOT NULL,
    oin          text        NOT NULL,
    handtekening text        NOT NULL,
    ontvangen    timestamptz NOT NULL
);

-- A delivery that was read in; it counts until `einde`, and stays as history.
CREATE TABLE inlezing (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    ophaling      bigint      NOT NULL REFERENCES ophaling,
    leverancier   text        NOT NULL,
    periode_start date        NOT NULL,
    periode_eind  date        NOT NULL,
    inhoud        bytea       NOT NULL,
    aangeleverd   timestamptz,
    records       bigint      NOT NULL,
    ingelezen     timestamptz NOT NULL,
    einde         timestamptz,
    einde_reden   text CHECK (einde_reden IN ('vervangen', 'ingetrokken')),
    CHECK ((einde IS NULL) = (einde_reden IS NULL))
);
CREATE UNIQUE INDEX inlezing_geldig ON inlezing (leverancier, periode_start, periode_eind) WHERE einde IS NULL;

-- One delivered traject: persons only as keyed hashes, content without what identifies.
CREATE TABLE bronrecord (
    inlezing          bigint   NOT NULL REFERENCES inlezing,
    pagina            int      NOT NULL,
    levering          int      NOT NULL,
    traject           int      NOT NULL,
    organisatie_soort text     NOT NULL,
    organisatie       text     NOT NULL,
    gemeente          smallint NOT NULL,
    begin             int      NOT NULL,
    einde             int      NOT NULL,
    personen          bytea    NOT NULL,
    vondsten          text     NOT NULL,
    inhoud            json     NOT NULL,
    PRIMARY KEY (inlezing, pagina, levering, traject)
);

-- Requests and answers by date, supplier and kind (S72, S73).
CREATE TABLE telling (
    datum       date   NOT NULL,
    leverancier text   NOT NULL,
    soort       text   NOT NULL,
    uitkomst    text   NOT NULL,
    aantal      bigint NOT NULL,
    PRIMARY KEY (datum, leverancier, soort, uitkomst)
);
