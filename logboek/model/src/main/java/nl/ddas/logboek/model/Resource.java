// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.model;

/// `resource` (LDV 3.2.2.8): which system, application or component wrote the line. It belongs to a group of lines,
/// which share one object.
public record Resource(Attributen attributes) {

    /// Nothing said.
    public static final Resource ONBEKEND = new Resource(Attributen.GEEN);
}
