// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.statistiek;

/// An older snapshot of a traject and the newer one of the same organisation that takes its place.
public record Vervanging(Bronrecord oud, Bronrecord nieuw) {}
