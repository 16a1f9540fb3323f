// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.ddas.levering.verzamelaar.Verzamelresultaat.PerLeverancier;
import nl.ddas.levering.verzamelaar.Verzamelresultaat.Stand;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Sums up how far a row came.
final class Samenvatter {

    private final Jdbi jdbi;

    Samenvatter(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    PerLeverancier vat(Ophaling rij) {
        return jdbi.withHandle(db -> new PerLeverancier(
                rij.leverancier(),
                stand(rij),
                rij.paginas(),
                rij.paginagrootte(),
                rij.uitslag().map(Ophaling.Uitslag::trajecten).orElse(0L),
                rij.uitslag().map(Ophaling.Uitslag::geweigerd).orElse(0L),
                ingelezen(db, rij).orElse(0L),
                bevindingen(db, rij)));
    }

    private static Stand stand(Ophaling rij) {
        return rij.mislukking()
                .<Stand>map(waarom -> new Stand.Mislukt(waarom.reden()))
                .orElseGet(() -> new Stand.Bereikt(rij.toestand()));
    }

    private static Optional<Long> ingelezen(Handle db, Ophaling rij) {
        return db.createQuery("SELECT records FROM inlezing WHERE leverancier = :naam AND periode_start = :start"
                        + " AND periode_eind = :eind AND einde IS NULL")
                .bind("naam", rij.leverancier())
                .bind("start", rij.periode().start())
                .bind("eind", rij.periode().eind())
                .mapTo(Long.class)
                .findFirst();
    }

    private static Map<String, Long> bevindingen(Handle db, Ophaling rij) {
        Map<String, Long> perCode = new TreeMap<>();
        db.createQuery("SELECT code, sum(aantal) AS aantal FROM bevinding WHERE ophaling = :id GROUP BY code")
                .bind("id", rij.id())
                .map((veld, context) -> Map.entry(veld.getString("code"), veld.getLong("aantal")))
                .forEach(regel -> perCode.put(regel.getKey(), regel.getValue()));
        return perCode;
    }
}
