// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets;

/// What a rule is about, and so what a blocking Bevinding refuses (column `geldt_voor` of the catalogue).
public enum GeldtVoor {
    BERICHT,
    LEVERING,
    TRAJECT
}
