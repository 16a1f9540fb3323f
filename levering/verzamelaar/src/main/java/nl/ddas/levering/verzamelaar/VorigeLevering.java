// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import nl.ddas.levering.toets.Vorige;
import nl.ddas.levering.verzamelaar.Inlezingen.Inlezing;
import org.jdbi.v3.core.Jdbi;

/// What counts in the figures now of the same supplier: over the half-year just before (L-06, L-07), and over the same
/// . After a half-year without delivery there is nothing to compare with: what ran then may have ended since.
///
/// @param ervoor over the half-year before
/// @param zelfde over the same half-year
record VorigeLevering(
        Jdbi jdbi, Vergelijksleutel vergelijksleutel, Optional<Inlezing> ervoor, Optional<Inlezing> zelfde)
        implements Vorige {

    private static final int PER_KEER = 10_000;

    @Override
    public OptionalLong trajecten(String organisatie) {
        return ervoor.flatMap(inlezing -> jdbi.withHandle(
                        db -> db.createQuery("SELECT trajecten FROM aantal_trajecten WHERE ophaling = :rij"
                                        + " AND organisatie = :organisatie")
                                .bind("rij", inlezing.ophaling())
                                .bind("organisatie", vergelijksleutel.organisatie(organisatie))
                                .mapTo(Long.class)
                                .findFirst()))
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }

    /// Fetched in portions: no connection is held between them, and no more than one is in memory.
    @Override
    public LongStream openTrajecten(String organisatie) {
        if (ervoor.isEmpty()) {
            return LongStream.empty();
        }
        long inlezing = ervoor.get().id();
        long nummer = vergelijksleutel.organisatie(organisatie);
        return Stream.iterate(
                        portie(inlezing, nummer, Long.MIN_VALUE),
                        portie -> !portie.isEmpty(),
                        portie -> portie.getLast() == Long.MAX_VALUE
                                ? List.<Long>of()
                                : portie(inlezing, nummer, portie.getLast() + 1))
                .flatMapToLong(portie -> portie.stream().mapToLong(Long::longValue));
    }

    private List<Long> portie(long inlezing, long organisatie, long vanaf) {
        return jdbi.withHandle(
                db -> db.createQuery("SELECT DISTINCT sleutel FROM open_traject WHERE inlezing = :inlezing"
                                + " AND organisatie = :organisatie AND sleutel >= :vanaf ORDER BY sleutel LIMIT "
                                + PER_KEER)
                        .bind("inlezing", inlezing)
                        .bind("organisatie", organisatie)
                        .bind("vanaf", vanaf)
                        .mapTo(Long.class)
                        .list());
    }

    @Override
    public Optional<byte[]> sleutel() {
        return ervoor.map(inlezing -> vergelijksleutel.bytes());
    }

    @Override
    public Optional<Instant> eerderAangeleverd(byte[] inhoud) {
        return zelfde.filter(inlezing -> Arrays.equals(inlezing.inhoud(), inhoud))
                .map(Inlezing::ingelezen);
    }
}
