// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.util.ArrayList;
import java.util.List;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.levering.statistiek.Combinatie;
import nl.ddas.levering.toets.verslag.Controleverslag;
import nl.ddas.levering.verzamelaar.Toestand;
import nl.ddas.levering.verzamelaar.Verzamelresultaat;
import nl.ddas.levering.verzamelaar.Verzamelresultaat.PerLeverancier;
import nl.ddas.levering.verzamelaar.Verzamelresultaat.Stand;

/// The way of all trajecten of the demo, from what was invented to what is in the figures. It must add up: what
/// comes in and does not reach the end is named.
///
/// @param verzonnen invented, those left out included
/// @param weggelaten left out on purpose
/// @param eigen in files of the user
/// @param ontvangen by CBS
/// @param metLevering refused with the whole delivery
/// @param los refused one by one
/// @param ingelezen into the database
/// @param anderePeriode of which about another period than the figures
/// @param vervangen of which replaced by a newer report of the same organisation
/// @param gecombineerd trajecten in the figures
/// @param mislukt suppliers whose delivery broke off
record DemoBalans(
        long verzonnen,
        long weggelaten,
        long eigen,
        long ontvangen,
        long metLevering,
        long los,
        long ingelezen,
        long anderePeriode,
        long vervangen,
        long gecombineerd,
        long mislukt) {

    static DemoBalans van(Demo.Uitkomst uitkomst) {
        List<PerLeverancier> halfjaar = uitkomst.resultaat().leveranciers();
        List<PerLeverancier> andere = uitkomst.eigen().stream()
                .map(Verzamelresultaat::leveranciers)
                .flatMap(List::stream)
                .toList();
        List<PerLeverancier> alle = new ArrayList<>(halfjaar);
        alle.addAll(andere);
        Combinatie.Telling telling = uitkomst.cijfers().telling();
        return new DemoBalans(
                uitkomst.gegevens().trajecten() + uitkomst.gegevens().weggelaten(),
                uitkomst.gegevens().weggelaten(),
                uitkomst.controles().stream()
                        .map(Controleverslag::oordeel)
                        .mapToLong(oordeel -> oordeel.trajecten())
                        .sum(),
                alle.stream().mapToLong(PerLeverancier::trajecten).sum(),
                alle.stream()
                        .filter(DemoBalans::isAfgekeurd)
                        .mapToLong(PerLeverancier::trajecten)
                        .sum(),
                alle.stream()
                        .filter(een -> !isAfgekeurd(een))
                        .mapToLong(PerLeverancier::geweigerd)
                        .sum(),
                alle.stream().mapToLong(PerLeverancier::ingelezen).sum(),
                andere.stream().mapToLong(PerLeverancier::ingelezen).sum(),
                telling.vervangen(),
                telling.trajecten(),
                alle.stream()
                        .filter(een -> een.stand() instanceof Stand.Mislukt)
                        .count());
    }

    /// Whether all of a delivery was refused.
    static boolean isAfgekeurd(PerLeverancier een) {
        return een.stand() instanceof Stand.Bereikt(Toestand toestand) && toestand == Toestand.AFGEKEURD;
    }

    /// In the files, but not delivered by the API: an error in its dates puts it outside the period, or its
    /// supplier could not deliver at all.
    long nietOpgehaald() {
        return verzonnen - weggelaten + eigen - ontvangen;
    }

    private String waaromNiet() {
        return mislukt == 0
                ? "door een fout in de datums buiten de periode (zoals T-07)"
                : "een leverancier kon niet leveren, of de datums vallen buiten de periode";
    }

    /// Received and neither refused nor read in: a delivery that waits or broke off.
    long nietIngelezen() {
        return ontvangen - metLevering - los - ingelezen;
    }

    /// Merged into a traject of another source.
    long samengevoegd() {
        return ingelezen - anderePeriode - vervangen - gecombineerd;
    }

    /// One line of the way.
    ///
    /// @param aantal what is there, or what goes off when negative
    record Regel(String tekst, long aantal, String uitleg) {}

    /// The way, line by line; what did not occur is left out, unless it is a sum.
    List<Regel> regels() {
        return List.of(
                        new Regel("Verzonnen bij de leveranciers", verzonnen, ""),
                        new Regel("  met opzet niet geleverd", -weggelaten, "fout L-07"),
                        new Regel("  uit uw eigen bestanden", eigen, "--met"),
                        new Regel("  niet geleverd door de API", -nietOpgehaald(), waaromNiet()),
                        new Regel("Ontvangen door het CBS", ontvangen, ""),
                        new Regel(
                                "  afgekeurd met de hele levering",
                                -metLevering,
                                "het bericht of de levering klopt niet"),
                        new Regel("  afgekeurd als los traject", -los, "een blokkerende bevinding op het traject"),
                        new Regel("  nog niet ingelezen", -nietIngelezen(), "zie de uitkomst per leverancier"),
                        new Regel("Ingelezen", ingelezen, ""),
                        new Regel("  over een andere periode", -anderePeriode, "uit uw eigen bestanden"),
                        new Regel("  vervangen", -vervangen, "door een nieuwere melding van dezelfde organisatie"),
                        new Regel("  samengevoegd", -samengevoegd(), "met hetzelfde traject van een andere bron"),
                        new Regel("Trajecten in de cijfers", gecombineerd, ""))
                .stream()
                .filter(regel -> regel.aantal() != 0 || !regel.tekst().startsWith(" "))
                .toList();
    }

    JsonObject json() {
        return JsonObject.EMPTY
                .with("verzonnen", verzonnen)
                .with("weggelaten", weggelaten)
                .with("eigen", eigen)
                .with("nietOpgehaald", nietOpgehaald())
                .with("ontvangen", ontvangen)
                .with("afgekeurd", metLevering + los)
                .with("nietIngelezen", nietIngelezen())
                .with("ingelezen", ingelezen)
                .with("anderePeriode", anderePeriode)
                .with("vervangen", vervangen)
                .with("samengevoegd", samengevoegd())
                .with("gecombineerd", gecombineerd);
    }
}
