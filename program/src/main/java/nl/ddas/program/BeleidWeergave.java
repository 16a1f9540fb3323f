// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import nl.ddas.basis.PlainText;
import nl.ddas.levering.toegang.Beleid;
import nl.ddas.levering.toegang.Beleidsregel;
import nl.ddas.levering.toegang.Bezwaar;
import nl.ddas.presentation.Formats;

/// Rules for people: all that is in them, because who approves answers for all of it.
///
/// @param vandaag the day on which is told whether a rule holds
record BeleidWeergave(PrintStream uit, LocalDate vandaag) {

    /// Rules as they stand.
    void toon(Beleid beleid) {
        for (Beleidsregel regel : beleid.regels()) {
            kop(regel);
            Velden velden = new Velden();
            waarden(regel).forEach(velden::met);
            nu(velden, regel).druk(uit);
        }
    }

    /// Rules that would come in the place of those of now, with what is different.
    void toonNaast(Beleid beleid, Beleid nu) {
        for (Beleidsregel regel : beleid.regels()) {
            kop(regel);
            Velden velden = new Velden();
            Optional<Beleidsregel> eerder = met(regel.naam(), nu);
            Map<String, String> was = eerder.map(BeleidWeergave::waarden).orElse(Map.of());
            velden.met(
                    "verandering",
                    eerder.map(een -> een.equals(regel)
                                    ? "geen: deze regel blijft zoals hij is"
                                    : "zie 'nu nog' hieronder")
                            .orElse("deze regel is nieuw"));
            waarden(regel).forEach((naam, waarde) -> {
                velden.met(naam, waarde);
                Optional.ofNullable(was.get(naam))
                        .filter(oud -> !oud.equals(waarde))
                        .ifPresent(oud -> velden.met("", "nu nog: " + oud));
            });
            nu(velden, regel).druk(uit);
        }
        nu.regels().stream().filter(oud -> met(oud.naam(), beleid).isEmpty()).forEach(weg -> {
            kop(weg);
            new Velden()
                    .met("verandering", "deze regel vervalt")
                    .met("organisatie", weg.organisatie().value())
                    .met("krijgt nu nog", weg.gegeven().tekst())
                    .druk(uit);
        });
    }

    private void kop(Beleidsregel regel) {
        uit.println(PlainText.shown(regel.naam()));
    }

    private static Optional<Beleidsregel> met(String naam, Beleid beleid) {
        return beleid.regels().stream()
                .filter(regel -> regel.naam().equals(naam))
                .findFirst();
    }

    private Velden nu(Velden velden, Beleidsregel regel) {
        return velden.met(
                "geldt vandaag",
                regel.bezwaar(vandaag)
                        .map(Bezwaar::tekst)
                        .map(waarom -> "nee: " + waarom)
                        .orElse("ja"));
    }

    private static Map<String, String> waarden(Beleidsregel regel) {
        Map<String, String> waarden = new LinkedHashMap<>();
        waarden.put("organisatie", regel.organisatie().value());
        waarden.put("krijgt", regel.gegeven().tekst());
        waarden.put("overeenkomst", regel.overeenkomst().naam());
        waarden.put("ondertekend", dag(regel.overeenkomst().ondertekend(), "nog niet"));
        waarden.put("vrijgave door", regel.vrijgave().autoriteit());
        waarden.put("vrijgegeven", dag(regel.vrijgave().op(), "nog niet"));
        waarden.put("van", Formats.day(regel.geldigheid().van()));
        waarden.put("tot", dag(regel.geldigheid().tot(), "geen einde"));
        waarden.put("eigenaar", regel.eigenaar());
        return waarden;
    }

    private static String dag(Optional<LocalDate> dag, String anders) {
        return dag.map(Formats::day).orElse(anders);
    }
}
