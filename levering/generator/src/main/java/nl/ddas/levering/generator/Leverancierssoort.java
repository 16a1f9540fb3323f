// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.generator;

/// What a generated supplier stands for.
public enum Leverancierssoort {
    /// A gemeente on its own.
    GEMEENTE,
    /// Software that several gemeenten use: a levering for each.
    SOFTWARE,
    /// A gemeenschappelijke regeling: one organisation with a KvK number, a levering for each gemeente.
    SAMENWERKINGSVERBAND,
    /// A kredietbank: one organisation with a KvK number, a levering for each gemeente.
    KREDIETBANK,
    /// A private bureau: one organisation with a KvK number, a levering for each gemeente.
    BUREAU,
    /// All 342 gemeenten, with the kinds of organisation that carry out the work; some trajecten stand at two.
    LAND
}
