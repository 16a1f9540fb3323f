// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import java.util.List;
import java.util.Optional;

final class TestTrajecten {

    private TestTrajecten() {}

    static Schuldhulptraject metClient(Client client) {
        Schuldhulptraject t = Voorbeelden.kaal();
        return new Schuldhulptraject(
                Optional.of("0518"),
                t.startdatum(),
                t.einddatum(),
                t.toekenningsdatum(),
                t.omschrijving(),
                t.totaalSchuldbedragBijAanvangSchuld(),
                List.of(client),
                t.aanmelding(),
                t.intake(),
                t.planVanAanpak(),
                t.stabilisatie(),
                t.schuldregeling(),
                t.oplossing(),
                t.nazorg(),
                t.informatieEnAdvies(),
                t.begeleiding(),
                t.crisisinterventies(),
                t.moratoria(),
                t.voorlopigeVoorzieningen(),
                t.schulden(),
                t.uitstroom(),
                t.afwijkingen());
    }
}
