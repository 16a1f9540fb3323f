-- SPDX-FileCopyrightText: 2026 The DDAS authors
-- SPDX-License-Identifier: EUPL-1.2
CREATE TABLE note (id int PRIMARY KEY, text text NOT NULL);
