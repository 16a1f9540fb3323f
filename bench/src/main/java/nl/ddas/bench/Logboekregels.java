// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import nl.ddas.logboek.dienst.Houder;
import nl.ddas.logboek.dienst.Inboeking;
import nl.ddas.logboek.model.Attributen;
import nl.ddas.logboek.model.Attribuut;
import nl.ddas.logboek.model.Herkomst;
import nl.ddas.logboek.model.Logregel;
import nl.ddas.logboek.model.Resource;
import nl.ddas.logboek.model.SpanId;
import nl.ddas.logboek.model.Status;
import nl.ddas.logboek.model.Tijdspanne;
import nl.ddas.logboek.model.TraceId;

/// Lines as an application writes them, four to a trace, each told apart by its number. Ids are spread as
/// random ones are, so that indexes grow everywhere at once.
final class Logboekregels {

    static final Houder HOUDER = new Houder("00000099000000000001");

    private static final int PER_TRACE = 4;
    private static final long DAG_NANOS = 86_400_000_000_000L;

    private final AtomicLong volgende = new AtomicLong();
    private final long eind;
    private final int dagen;

    /// @param nu lines begin before this moment
    /// @param dagen over so many days, today included
    Logboekregels(Instant nu, int dagen) {
        this.eind = nu.getEpochSecond() * 1_000_000_000;
        this.dagen = dagen;
    }

    List<Inboeking> volgende(int aantal) {
        long eerste = volgende.getAndAdd(aantal);
        List<Inboeking> regels = new ArrayList<>(aantal);
        for (int i = 0; i < aantal; i++) {
            regels.add(new Inboeking(HOUDER, regel(eerste + i)));
        }
        return regels;
    }

    long aantal() {
        return volgende.get();
    }

    static TraceId trace(long nummer) {
        return new TraceId(meng(nummer / PER_TRACE), meng(~(nummer / PER_TRACE)) | 1);
    }

    static String betrokkene(long nummer) {
        return "%016x%016x".formatted(meng(nummer ^ 0x5555), meng(nummer ^ 0x3333));
    }

    private Logregel regel(long nummer) {
        long start = eind - nummer % dagen * DAG_NANOS - meng(nummer) % 1_000_000_000;
        return new Logregel(
                trace(nummer),
                new SpanId(meng(nummer + (1L << 40)) | 1),
                nummer % PER_TRACE == 0 ? Optional.empty() : Optional.of(new SpanId(meng(nummer) | 1)),
                Status.OK,
                "Gegevens raadplegen voor een aanvraag",
                new Tijdspanne(start, start + 5_000_000),
                new Resource(Attributen.of(
                        List.of(Attribuut.of("service.name", "balie"), Attribuut.of("service.version", "4.2.1")))),
                Attributen.of(List.of(
                        Attribuut.of(
                                "dpl.core.processing_activity_id",
                                "https://register.voorbeeld.nl/processing-activities/" + nummer % 20),
                        Attribuut.of("dpl.core.data_subject_id", betrokkene(nummer)),
                        Attribuut.of("dpl.core.data_subject_id_type", "pseudoniem"))),
                Herkomst.ONVERANDERD);
    }

    /// Spreads numbers as chance does, and the same each time (the mixing step of SplitMix64); positive.
    private static long meng(long nummer) {
        long x = (nummer + 1) * 0x9E3779B97F4A7C15L;
        x = (x ^ (x >>> 30)) * 0xBF58476D1CE4E5B9L;
        x = (x ^ (x >>> 27)) * 0x94D049BB133111EBL;
        return (x ^ (x >>> 31)) >>> 1;
    }
}
