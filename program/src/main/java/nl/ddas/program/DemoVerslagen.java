// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import nl.ddas.basis.JsonReading;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.levering.bron.BronConfig;
import nl.ddas.levering.bron.VerslagenArchief;
import nl.ddas.levering.generator.HeelBestand;
import nl.ddas.levering.toets.verslag.VerslagJson;
import nl.ddas.levering.toets.verslag.Verslagpagina;

/// Shows what each supplier of the demo received back: its Verwerkingsverslagen as pages.
final class DemoVerslagen {

    private final Path map;
    private final Clock klok;

    /// @param map where the pages come, one folder a supplier
    DemoVerslagen(Path map, Clock klok) {
        this.map = map;
        this.klok = klok;
    }

    /// Writes the reports in the archive of a supplier.
    ///
    /// @throws IOException when the archive cannot be read or a page not be written
    void schrijf(String leverancier, BronConfig.Opslag opslag) throws IOException {
        VerslagenArchief archief = VerslagenArchief.open(opslag, klok, new SecureRandom());
        for (VerslagenArchief.Verslag verslag : archief.lijst()) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            archief.kopieer(verslag.id(), bytes);
            if (JsonReading.of(bytes.toByteArray()) instanceof JsonReading.Read(JsonObject json)) {
                Path doel = Files.createDirectories(map.resolve(leverancier)).resolve(verslag.id() + ".html");
                HeelBestand.schrijf(doel, Verslagpagina.render(VerslagJson.read(json)));
            }
        }
    }
}
