-- SPDX-FileCopyrightText: 2026 The DDAS authors
-- SPDX-License-Identifier: EUPL-1.2

CREATE TABLE contract (
    hash       text COLLATE "C" PRIMARY KEY,
    iv         text   NOT NULL UNIQUE,
    created_at bigint NOT NULL,
    not_after  bigint NOT NULL,
    -- As received: hashes are over every member, in JSON and not in jsonb, which would change it.
    content    bytea  NOT NULL,
    -- Nobody rejected or revoked it.
    alive      boolean NOT NULL DEFAULT true,
    publishes  boolean NOT NULL
);
CREATE INDEX contract_alive ON contract (not_after) WHERE alive;

CREATE TABLE contract_peer (
    peer       text COLLATE "C" NOT NULL,
    created_at bigint           NOT NULL,
    contract   text COLLATE "C" NOT NULL REFERENCES contract,
    PRIMARY KEY (peer, created_at, contract)
);

CREATE TABLE contract_grant (
    hash     text COLLATE "C" PRIMARY KEY,
    contract text COLLATE "C" NOT NULL REFERENCES contract,
    type     text             NOT NULL,
    service  text             NOT NULL
);
CREATE INDEX contract_grant_contract ON contract_grant (contract);
CREATE INDEX contract_grant_service ON contract_grant (service);

CREATE TABLE signature (
    contract  text COLLATE "C" NOT NULL REFERENCES contract,
    peer      text COLLATE "C" NOT NULL,
    type      text             NOT NULL,
    signed_at bigint           NOT NULL,
    jws       text             NOT NULL,
    -- Certificates in DER and base64, leaf first: the JWKS of that Peer may have lost them when we need them.
    chain     text             NOT NULL,
    PRIMARY KEY (contract, peer, type)
);

CREATE TABLE peer (
    id      text COLLATE "C" PRIMARY KEY,
    name    text   NOT NULL,
    address text   NOT NULL,
    seen    bigint NOT NULL
);

-- The outbox. Moments in milliseconds.
CREATE TABLE delivery (
    contract text COLLATE "C" NOT NULL REFERENCES contract,
    target   text COLLATE "C" NOT NULL,
    action   text             NOT NULL CHECK (action IN ('SUBMIT', 'ACCEPT', 'REJECT', 'REVOKE')),
    status   text             NOT NULL CHECK (status IN ('PENDING', 'DONE', 'FAILED')),
    attempts int              NOT NULL,
    next_at  bigint           NOT NULL,
    since    bigint           NOT NULL,
    reason   text             NOT NULL,
    PRIMARY KEY (contract, target, action)
);
CREATE INDEX delivery_due ON delivery (next_at) WHERE status = 'PENDING';
