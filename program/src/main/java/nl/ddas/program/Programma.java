// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

/// Name and version of this program.
final class Programma {

    static final String VERSIE = "1.0";

    private Programma() {}
}
