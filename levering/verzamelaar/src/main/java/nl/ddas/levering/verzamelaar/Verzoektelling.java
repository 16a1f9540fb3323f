// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import nl.ddas.basis.Metrics;
import nl.ddas.levering.model.Tijdzone;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How many requests were sent and how they were answered, by date, supplier and kind (S72, S73).
public final class Verzoektelling {

    private static final Logger LOG = LoggerFactory.getLogger(Verzoektelling.class);

    private final Jdbi jdbi;
    private final Clock clock;
    private final Metrics.Counter teller;

    Verzoektelling(Jdbi jdbi, Metrics metrics, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.teller = metrics.counter(
                "ddas_verzamelaar_verzoeken",
                "Requests to suppliers by kind and how they were answered",
                "leverancier",
                "soort",
                "uitkomst");
    }

    /// @param soort `gegevens`, `verslag` or `besluit`
    /// @param uitkomst `geleverd`, `http-503`, the code of a refused signature, ...
    public record Regel(LocalDate datum, String leverancier, String soort, String uitkomst, long aantal) {}

    void tel(String leverancier, String soort, String uitkomst) {
        teller.add(leverancier, soort, uitkomst);
        try {
            LocalDate vandaag = LocalDate.ofInstant(clock.instant(), Tijdzone.NEDERLAND);
            jdbi.useHandle(db -> db.execute(
                    "INSERT INTO telling VALUES (?, ?, ?, ?, 1) ON CONFLICT (datum, leverancier, soort, uitkomst)"
                            + " DO UPDATE SET aantal = telling.aantal + 1",
                    vandaag,
                    leverancier,
                    soort,
                    uitkomst));
        } catch (JdbiException weg) {
            // A count is not worth a delivery; the step that follows notices a lost database.
            LOG.warn("a count was lost: {}", weg.getClass().getSimpleName());
        }
    }

    /// All counts, sorted.
    public List<Regel> regels() {
        return jdbi.withHandle(
                db -> db.createQuery("SELECT * FROM telling ORDER BY datum, leverancier, soort, uitkomst")
                        .map((veld, context) -> new Regel(
                                veld.getObject("datum", LocalDate.class),
                                veld.getString("leverancier"),
                                veld.getString("soort"),
                                veld.getString("uitkomst"),
                                veld.getLong("aantal")))
                        .list());
    }
}
