// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What two operators need to settle the rules of a supplier: its settings, and a key each.
final class Beleidtoneel {

    private Beleidtoneel() {}

    /// The settings of a supplier that goes by rules: `bron.yaml`.
    static void schrijf(Path map) throws IOException {
        Files.writeString(map.resolve("bron.yaml"), """
                naam: Gemeente Voorbeeldstad
                oin: "00000099000000002000"
                partij: Gemeente Voorbeeldstad
                vertrouwen-map: %1$s/vertrouwen
                opslag-map: %1$s/opslag
                sleutel-bestand: %1$s/sleutel
                bestanden-map: %1$s
                beleid-map: %1$s/beleid
                toegestaan: [{oin: "00000099000000001000", naam: CBS}]
                """.formatted(map));
    }

    /// A key with its certificate, in a file that only its owner may read.
    static Path sleutel(Path map, String bestand, String naam) {
        Path plek = map.resolve(bestand);
        Loop loop = Loop.van(map, "vertrouwen", "ca", "beheerder", "maak", naam, "--uit", plek.toString());
        assertThat(loop.uitgang()).as(loop.alles()).isZero();
        return plek;
    }
}
