-- SPDX-FileCopyrightText: 2026 The DDAS authors
-- SPDX-License-Identifier: EUPL-1.2

-- Thousands of signatures are made with few certificates: each chain is kept once.
CREATE TABLE chain (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    -- SHA-256 of the certificates as they stand here.
    digest       bytea NOT NULL UNIQUE,
    -- In DER and base64, leaf first: the JWKS of that Peer may have lost them when we need them.
    certificates text  NOT NULL
);
INSERT INTO chain (digest, certificates)
SELECT sha256(convert_to(chain, 'UTF8')), chain FROM (SELECT DISTINCT chain FROM signature) AS used;

ALTER TABLE signature RENAME COLUMN chain TO certificates;
ALTER TABLE signature ADD COLUMN chain bigint REFERENCES chain;
UPDATE signature s SET chain = k.id FROM chain k WHERE k.digest = sha256(convert_to(s.certificates, 'UTF8'));
ALTER TABLE signature ALTER COLUMN chain SET NOT NULL;
ALTER TABLE signature DROP COLUMN certificates;
CREATE INDEX signature_chain ON signature (chain);

-- The Peer whose Outway may connect; empty without one, and nothing where that was not written down yet.
ALTER TABLE contract_grant ADD COLUMN outway text COLLATE "C";
CREATE INDEX contract_grant_outway ON contract_grant (outway);

CREATE INDEX contract_peer_contract ON contract_peer (contract);
