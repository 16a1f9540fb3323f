// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import java.util.Optional;

/// What stands in a list for an element that could not be read.
final class Leeg {

    static final Periode PERIODE = new Periode(Optional.empty(), Optional.empty());
    static final Begeleiding BEGELEIDING = new Begeleiding(PERIODE, Optional.empty());
    static final Moratorium MORATORIUM = new Moratorium(Optional.empty(), Optional.empty(), PERIODE);
    static final Schuld SCHULD =
            new Schuld(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    static final Client CLIENT = new Client(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    static final Contactpersoon CONTACTPERSOON =
            new Contactpersoon(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    private Leeg() {}
}
