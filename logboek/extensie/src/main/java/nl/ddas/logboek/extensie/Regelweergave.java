// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.extensie;

import java.io.PrintStream;
import java.util.List;
import nl.ddas.presentation.Facts;
import nl.ddas.presentation.Html;
import nl.ddas.presentation.Page;
import nl.ddas.presentation.Section;
import nl.ddas.presentation.Terminal;

/// A log line for people: a part for each extension, a label above its value, so that five extensions stay
/// readable on a narrow screen.
public final class Regelweergave {

    private Regelweergave() {}

    /// As a page of its own.
    ///
    /// @param titel what the line is about, such as its `name`
    /// @param voet origin and moment
    public static Page page(String titel, Regelgroepen groepen, String voet) {
        return new Page(
                "Logboek Dataverwerkingen",
                "Wie verwerkte welke gegevens, wanneer en waarom",
                "",
                titel,
                "Deze logregel draagt gegevens van " + groepen.groepen().size()
                        + (groepen.groepen().size() == 1
                                ? " extensie."
                                : " extensies. Per extensie staan ze bij elkaar."),
                Html.NONE,
                sections(groepen),
                voet);
    }

    /// As sections, for inside another page.
    public static List<Section> sections(Regelgroepen groepen) {
        return groepen.groepen().stream().map(Regelweergave::section).toList();
    }

    private static Section section(Regelgroepen.Groep groep) {
        Facts feiten = new Facts();
        groep.velden().forEach(veld -> feiten.add(veld.opschrift(), veld.waarde()));
        String id = "extensie-" + (groep.naamruimte().matches("[a-z0-9_]+") ? groep.naamruimte() : "overig");
        return Section.of(id, groep.titel(), feiten.html());
    }

    /// As text: label and value on a line where they fit, else the value below it.
    ///
    /// @param inspring before each line
    public static void print(PrintStream uit, Terminal terminal, String inspring, Regelgroepen groepen) {
        for (Regelgroepen.Groep groep : groepen.groepen()) {
            uit.println();
            uit.println(inspring + terminal.strong(groep.titel()));
            for (Regelgroepen.Veld veld : groep.velden()) {
                print(uit, terminal, inspring + "  ", veld);
            }
        }
    }

    private static void print(PrintStream uit, Terminal terminal, String inspring, Regelgroepen.Veld veld) {
        String label = Citaat.visible(veld.opschrift());
        String waarde = Citaat.visible(veld.waarde());
        if (inspring.length() + label.length() + 2 + waarde.length() <= terminal.width()) {
            uit.println(inspring + label + ": " + waarde);
            return;
        }
        terminal.wrap(uit, inspring, label + ":");
        int breedte = Math.max(1, terminal.width() - inspring.length() - 2);
        for (int i = 0; i < waarde.length(); i += breedte) {
            uit.println(inspring + "  " + waarde.substring(i, Math.min(waarde.length(), i + breedte)));
        }
    }
}
