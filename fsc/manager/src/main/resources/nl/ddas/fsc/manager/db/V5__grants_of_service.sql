-- SPDX-FileCopyrightText: 2026 The DDAS authors
-- SPDX-License-Identifier: EUPL-1.2

-- A token for a delegated Service asks for its publication, among thousands of connections to it.
CREATE INDEX contract_grant_of_service ON contract_grant (service, type, outway);
DROP INDEX contract_grant_service;
