// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toegang;

import java.util.Set;

/// The parts of a traject that a rule can be about: its members in the exchange model SHV v1.0, but those that say
/// which traject it is (`gemeentecode`, `startdatum`, `einddatum`) and go with every part.
public final class Veldgroepen {

    /// Names as in the exchange model.
    public static final Set<String> NAMEN = Set.of(
            "aanmelding",
            "begeleiding",
            "client",
            "crisisinterventies",
            "informatieEnAdvies",
            "intake",
            "moratoria",
            "nazorg",
            "omschrijving",
            "oplossing",
            "planVanAanpak",
            "schulden",
            "schuldregeling",
            "stabilisatie",
            "toekenningsdatum",
            "totaalSchuldbedragBijAanvangSchuld",
            "uitstroom",
            "voorlopigeVoorzieningen");

    private Veldgroepen() {}
}
