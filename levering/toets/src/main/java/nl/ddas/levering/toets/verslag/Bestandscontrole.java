// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets.verslag;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.OptionalInt;
import nl.ddas.levering.model.Kop;
import nl.ddas.levering.model.LeveringKop;
import nl.ddas.levering.model.Schuldhulptraject;
import nl.ddas.levering.model.TrajectPlek;
import nl.ddas.levering.toets.Bevinding;
import nl.ddas.levering.toets.Oordeel;
import nl.ddas.levering.toets.Pagina;
import nl.ddas.levering.toets.ToetsOntvanger;
import nl.ddas.levering.toets.Toetser;
import nl.ddas.levering.toets.Verwachting;

/// Checks a file of an administrator, streaming: nothing of it stays, nothing leaves the machine.
public final class Bestandscontrole {

    private final Toetser toetser;
    private final Clock klok;

    public Bestandscontrole(Toetser toetser, Clock klok) {
        this.toetser = toetser;
        this.klok = klok;
    }

    /// Checks one file and hands every finding on as well.
    ///
    /// @param meelezer receives all that the check hands over, in order
    /// @throws IOException when the file cannot be read; never because of what it says
    public Controleverslag controleer(Path bestand, ToetsOntvanger meelezer) throws IOException {
        Telwerk telwerk = new Telwerk();
        Pagina pagina = new Pagina(OptionalInt.empty(), () -> Files.newInputStream(bestand));
        Oordeel oordeel =
                toetser.toets(List.of(pagina), Verwachting.geen(klok.instant()), new Beide(telwerk, meelezer));
        return new Controleverslag(
                String.valueOf(bestand.getFileName()), oordeel, telwerk.leveringen(oordeel), telwerk.bevindingen());
    }

    /// Two receivers of the same.
    private record Beide(ToetsOntvanger een, ToetsOntvanger ander) implements ToetsOntvanger {

        @Override
        public void kop(Kop kop) {
            een.kop(kop);
            ander.kop(kop);
        }

        @Override
        public void levering(int index, LeveringKop kop) {
            een.levering(index, kop);
            ander.levering(index, kop);
        }

        @Override
        public void bevinding(Bevinding bevinding) {
            een.bevinding(bevinding);
            ander.bevinding(bevinding);
        }

        @Override
        public void traject(
                Schuldhulptraject traject, TrajectPlek plek, List<Bevinding> bevindingen, boolean geweigerd) {
            een.traject(traject, plek, bevindingen, geweigerd);
            ander.traject(traject, plek, bevindingen, geweigerd);
        }
    }
}
