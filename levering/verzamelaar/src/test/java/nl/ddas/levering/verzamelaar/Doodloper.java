// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import nl.ddas.basis.Database;
import nl.ddas.levering.verzamelaar.VerzamelaarConfig.Goedkeuring;
import nl.ddas.trust.Oin;

/// A collector in a process of its own, that is killed at a place of choice. Database and supplier live elsewhere.
final class Doodloper {

    /// Exit status of a run that was killed.
    static final int DOOD = 77;

    private Doodloper() {}

    /// @param woorden folder of the database, folder of the authority, own folder, name, address and OIN of the
    ///     supplier, and the place to die at
    public static void main(String[] woorden) throws Exception {
        Leverancier leverancier = Leverancier.van(woorden[3], URI.create(woorden[4]), new Oin(woorden[5]));
        String dood = woorden[6];
        try (Proefstelsel stelsel = new Proefstelsel(Path.of(woorden[1]));
                Database database = Database.embedded(Path.of(woorden[0]), new SecureRandom());
                Verzamelaar verzamelaar = Verzamelaar.start(
                        Proefstelsel.config(Path.of(woorden[2]), new Goedkeuring.Direct()),
                        stelsel.onderdelen(
                                database,
                                () -> List.of(leverancier),
                                Clock.systemUTC(),
                                duur -> {},
                                (wie, plek) -> halt(plek, dood)))) {
            verzamelaar.verzamel(Proefstelsel.halfjaar(), Voortgang.STIL);
        }
    }

    private static void halt(String plek, String dood) {
        if (plek.equals(dood)) {
            Runtime.getRuntime().halt(DOOD); // no shutdown hook, no finally: as kill -9
        }
    }
}
