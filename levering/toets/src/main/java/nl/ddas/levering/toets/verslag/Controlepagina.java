// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets.verslag;

import java.time.ZonedDateTime;
import java.util.List;
import nl.ddas.levering.model.Versie;
import nl.ddas.levering.toets.Ernst;
import nl.ddas.levering.toets.Oordeel;
import nl.ddas.presentation.Formats;
import nl.ddas.presentation.Html;
import nl.ddas.presentation.KeyFigure;
import nl.ddas.presentation.Page;
import nl.ddas.presentation.Section;
import nl.ddas.presentation.Tone;

/// The report on a file as one page to keep or to pass on to colleagues.
public final class Controlepagina {

    private Controlepagina() {}

    /// @param gemaakt the moment to name in the footer
    public static String render(Controleverslag verslag, ZonedDateTime gemaakt) {
        Html boven = Html.join(toon(verslag).alert(verslag.conclusie()), KeyFigure.row(cijfers(verslag)));
        return new Page(
                        "DDAS",
                        "Data Delen Armoede en Schulden",
                        "Controle van een bestand",
                        verslag.bestand(),
                        "Dit is de controle van een bestand met schuldhulptrajecten. Alles is op deze computer gebeurd; er is niets verstuurd.",
                        boven,
                        List.of(
                                Bevindingblok.bevindingen(verslag.bevindingen()),
                                Bevindingblok.leveringen(verslag.leveringen()),
                                verder()),
                        "Gemaakt met ddas controleer op " + Formats.moment(gemaakt)
                                + ". Versie van het uitwisselmodel: "
                                + verslag.oordeel().versie().map(Versie::tekst).orElse("onbekend") + ".")
                .render();
    }

    private static Tone toon(Controleverslag verslag) {
        return switch (verslag.oordeel().status()) {
            case ONLEESBAAR, AFGEKEURD -> Tone.BAD;
            case GOEDGEKEURD -> verslag.vraagtAandacht() ? Tone.CAUTION : Tone.GOOD;
        };
    }

    private static List<KeyFigure> cijfers(Controleverslag verslag) {
        Oordeel oordeel = verslag.oordeel();
        return List.of(
                new KeyFigure(
                        "Trajecten",
                        Formats.number(oordeel.trajecten()),
                        Formats.count(oordeel.leveringen(), "levering", "leveringen")
                                + (oordeel.status() == Oordeel.Status.ONLEESBAAR ? ", gelezen tot aan de fout" : ""),
                        Tone.INFO),
                new KeyFigure(
                        "Blokkerend",
                        Formats.number(verslag.aantal(Ernst.BLOKKEREND)),
                        Formats.count(
                                oordeel.geweigerdeTrajecten(), "traject telt niet mee", "trajecten tellen niet mee"),
                        verslag.aantal(Ernst.BLOKKEREND) > 0 ? Tone.BAD : Tone.GOOD),
                new KeyFigure(
                        "Waarschuwingen",
                        Formats.number(verslag.aantal(Ernst.WAARSCHUWING)),
                        "",
                        verslag.aantal(Ernst.WAARSCHUWING) > 0 ? Tone.CAUTION : Tone.GOOD),
                new KeyFigure("Informatief", Formats.number(verslag.aantal(Ernst.INFORMATIEF)), "", Tone.INFO));
    }

    private static Section verder() {
        return Section.of(
                "verder",
                "Hoe nu verder",
                Html.list(
                        List.of(
                                "Herstel eerst wat blokkerend is; zonder dat telt het niet mee.",
                                "Pas gegevens aan in uw eigen systeem en maak daarna een nieuw bestand; verander het bestand zelf niet.",
                                "Een plaats als /leveringen/0/schuldhulptrajecten/3 wijst het vierde traject van de eerste levering aan: er wordt vanaf 0 geteld. Met ddas controleer --toon PLAATS BESTAND ziet u wat daar staat.",
                                "Komt een bevinding vaak voor, dan ligt de oorzaak meestal in de software; neem dan contact op met uw leverancier.")));
    }
}
