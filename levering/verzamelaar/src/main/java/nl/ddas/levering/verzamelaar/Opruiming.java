// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/// Removes evidence that was kept long enough, and files of which no row knows.
final class Opruiming {

    private static final int PER_KEER = 1_000;

    /// A file has its row moments after it was sealed; one without is left alone for this long, so that nothing
    /// is taken from a fetch or check that runs, in this process or another.
    private static final Duration JONG = Duration.ofDays(1);

    /// Looking through the whole folder is not for each minute.
    private static final Duration ELKE = Duration.ofHours(1);

    private final Jdbi jdbi;
    private final Bewijs bewijs;
    private final Duration bewaartermijn;
    private final Clock clock;
    private final Verzamelregels regels;
    private Instant volgende = Instant.MIN;

    /// @param regels what is written into the log
    Opruiming(Jdbi jdbi, Bewijs bewijs, Duration bewaartermijn, Clock clock, Verzamelregels regels) {
        this.regels = regels;
        this.jdbi = jdbi;
        this.bewijs = bewijs;
        this.bewaartermijn = bewaartermijn;
        this.clock = clock;
    }

    /// Does what is due now; for one thread.
    ///
    /// @throws IOException when the evidence folder cannot be changed
    void beurt() throws IOException {
        verlopen();
        Instant nu = clock.instant();
        if (!nu.isBefore(volgende)) {
            volgende = nu.plus(ELKE);
            zwervend();
        }
    }

    /// Removes some of what was kept long enough, whatever became of its delivery; who still needs it collects
    /// anew. The file goes before its row, so that a killed run forgets none.
    ///
    /// @throws IOException when the evidence folder cannot be changed
    void verlopen() throws IOException {
        record Oud(long ophaling, String bestand) {}
        List<Oud> oud = jdbi.withHandle(
                db -> db.createQuery("SELECT ophaling, bestand FROM bewijs WHERE gemaakt < :grens LIMIT " + PER_KEER)
                        .bind("grens", Boekhouding.op(clock.instant().minus(bewaartermijn)))
                        .map((veld, context) -> new Oud(veld.getLong("ophaling"), veld.getString("bestand")))
                        .list());
        Map<Long, List<String>> perOphaling =
                oud.stream().collect(groupingBy(Oud::ophaling, mapping(Oud::bestand, toList())));
        for (Map.Entry<Long, List<String>> een : perOphaling.entrySet()) {
            regels.vernietig(een.getKey(), () -> verwijder(een.getValue()));
        }
    }

    private boolean verwijder(List<String> bestanden) throws IOException {
        for (String bestand : bestanden) {
            bewijs.verwijder(bestand);
            jdbi.useHandle(db -> db.execute("DELETE FROM bewijs WHERE bestand = ?", bestand));
        }
        return true;
    }

    /// Removes files that no row knows of: their run was killed between sealing them and saying so.
    ///
    /// @throws IOException when the evidence folder cannot be changed
    void zwervend() throws IOException {
        Instant grens = clock.instant().minus(JONG);
        List<String> oud = new ArrayList<>();
        for (String bestand : bewijs.bestanden()) {
            Optional<Instant> gemaakt = bewijs.gemaakt(bestand);
            if (!bestand.equals(Geheim.BESTAND)
                    && gemaakt.filter(grens::isAfter).isPresent()) {
                oud.add(bestand);
            }
        }
        for (int i = 0; i < oud.size(); i += PER_KEER) {
            List<String> deel = oud.subList(i, Math.min(oud.size(), i + PER_KEER));
            Set<String> bekend = bekend(deel);
            for (String bestand : deel) {
                if (!bekend.contains(bestand)) {
                    bewijs.verwijder(bestand);
                }
            }
        }
    }

    private Set<String> bekend(List<String> bestanden) {
        return jdbi.withHandle(
                db -> new HashSet<>(db.createQuery("SELECT bestand FROM bewijs WHERE bestand = ANY (:bestanden)")
                        .bindArray("bestanden", String.class, bestanden)
                        .mapTo(String.class)
                        .list()));
    }
}
