// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.model;

import java.time.Instant;
import java.util.Optional;

/// Rules about begin and end (LDV-F5, F6). A moment in another unit of time is refused with a hint and never repaired.
final class Tijdtoets {

    private Tijdtoets() {}

    private record Codes(Regelcode missing, Regelcode unit, Regelcode range) {}

    private static final Codes START = new Codes(Regelcode.START_MISSING, Regelcode.START_UNIT, Regelcode.START_RANGE);
    private static final Codes END = new Codes(Regelcode.END_MISSING, Regelcode.END_UNIT, Regelcode.END_RANGE);

    static Optional<Tijdspanne> check(Invoerregel regel, Regelwerk werk, Instant now) {
        boolean start = moment(regel, Kernveld.START_TIME, regel.start(), START, werk);
        boolean eind = moment(regel, Kernveld.END_TIME, regel.eind(), END, werk);
        if (!start || !eind) {
            return Optional.empty();
        }
        if (regel.eind() < regel.start()) {
            werk.report(Regelcode.END_BEFORE_START, Kernveld.END_TIME);
            return Optional.empty();
        }
        Instant last = now.plus(werk.beleid().toekomst());
        if (Instant.ofEpochSecond(0, regel.eind()).isAfter(last)) {
            werk.report(Regelcode.END_IN_FUTURE, Kernveld.END_TIME);
        }
        return Optional.of(new Tijdspanne(regel.start(), regel.eind()));
    }

    private static boolean moment(Invoerregel regel, Kernveld veld, long nanos, Codes codes, Regelwerk werk) {
        if (nanos == 0) {
            boolean isKnown =
                    regel.gebreken().stream().anyMatch(one -> one.plaats().equals(veld.naam()));
            if (!isKnown) {
                werk.report(codes.missing(), veld);
            }
            return false;
        }
        if (nanos < 0) {
            werk.report(codes.range(), veld);
            return false;
        }
        Optional<Tijdeenheid> other = Tijdeenheid.otherThanNanos(nanos);
        other.ifPresent(
                eenheid -> werk.report(new Schending(codes.unit(), veld.naam(), eenheid.hint(Tijdeenheid.NANOS))));
        return other.isEmpty();
    }
}
