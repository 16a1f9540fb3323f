// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.register;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Holds a register against what was known of it before: versions never change and never go (LDV-R3), and none comes
/// behind lines that were written under another (LDV-R10). Lines were judged by them, shown or hidden by them, and
/// removed by them.
final class Verleden {

    /// It tells another past.
    static final String ANDERS = "REG-20";

    private final Registerdocument now;
    private final Regelaanwezigheid regels;
    private final Instant moment;
    private final List<Fout> fouten = new ArrayList<>();

    private Verleden(Registerdocument now, Regelaanwezigheid regels, Instant moment) {
        this.now = now;
        this.regels = regels;
        this.moment = moment;
    }

    /// All that may not be; empty when the register only grew. A version may begin from when the register last answered
    /// well: until then the log could not know of it, whatever lines there are since.
    ///
    /// @param known what was known of this register
    /// @param elders what was known of registers with another address, the newest first: an activity that is new in
    ///     this
    ///     one may not be another than there
    /// @param moment of judging
    static List<Fout> judge(
            Registerdocument now,
            Optional<Onthouden> known,
            List<Onthouden> elders,
            Regelaanwezigheid regels,
            Instant moment) {
        Verleden verleden = new Verleden(now, regels, moment);
        known.ifPresent(here ->
                here.document().activiteiten().forEach(one -> verleden.judge(one, here.gezien(), "Zet haar terug")));
        for (Activiteit one : now.activiteiten()) {
            if (known.flatMap(here -> here.document().activity(one.id())).isEmpty()) {
                elders.stream()
                        .filter(there -> there.document().activity(one.id()).isPresent())
                        .findFirst()
                        .ifPresent(there -> verleden.judge(
                                there.document().activity(one.id()).orElseThrow(),
                                there.gezien(),
                                "Het logboek kent haar van een register met een ander adres (base). Geef de activiteit"
                                        + " een ander kenmerk (id), of zet haar terug"));
            }
        }
        return List.copyOf(verleden.fouten);
    }

    private void judge(Activiteit known, Instant gezien, String raad) {
        List<Versie> versies = now.activity(known.id()).map(Activiteit::versies).orElse(List.of());
        for (Versie versie : known.versies()) {
            if (versies.size() < versie.nummer()
                    || !versies.get(versie.nummer() - 1).equals(versie)) {
                fouten.add(fout(
                        ANDERS,
                        known.id(),
                        "Versie " + versie.nummer() + " van activiteit " + known.id() + " is veranderd of verdwenen. "
                                + raad + " zoals zij was, en zet de wijziging in een nieuwe versie."));
                return;
            }
        }
        if (!known.versies().isEmpty()) {
            // A clock that was ahead once lets nothing in.
            Instant tot = gezien.isBefore(moment) ? gezien : moment;
            versies.stream().skip(known.versies().size()).forEach(versie -> late(known, versie, tot));
        }
    }

    private void late(Activiteit known, Versie versie, Instant tot) {
        if (isBehind(now, known.id(), versie.validFrom(), regels, tot)) {
            fouten.add(
                    fout(
                            Registerbeheer.ACHTERAF,
                            known.id(),
                            "Versie " + versie.nummer() + " van activiteit " + known.id() + " begint op "
                                    + versie.validFrom()
                                    + ", en sindsdien zijn er al regels gelogd. Kies een moment dat nog komt, met een paar minuten speling."));
        }
    }

    /// Whether a version from this moment on would change what lines mean that are there already.
    static boolean isBehind(
            Registerdocument kop, UUID activiteit, Instant validFrom, Regelaanwezigheid regels, Instant moment) {
        return validFrom.isBefore(moment)
                && regels.has(Activiteitadres.noemt(kop.base(), activiteit), validFrom, moment);
    }

    private Fout fout(String code, UUID activiteit, String melding) {
        Optional<Activiteit> there = now.activity(activiteit);
        String pointer = there.map(one -> "/activities/" + now.activiteiten().indexOf(one))
                .orElse("");
        return new Fout(code, pointer, 0, melding);
    }
}
