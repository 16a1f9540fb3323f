// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.statistiek;

import java.util.ArrayList;
import java.util.List;
import nl.ddas.levering.model.Gemeentecode;
import nl.ddas.levering.model.Toonbaar;
import nl.ddas.levering.model.Waarde;

/// Answers "waarom staat dit hier?" for one combined traject: its sources, which rule chose each field, and what the
/// indicator is made of. Dutch; never a BSN or key.
public final class Trajectuitleg {
    private Trajectuitleg() {}

    /// The explanation, line by line.
    public static List<String> regels(GecombineerdTraject traject, Indicatorscore score) {
        List<String> regels = new ArrayList<>();
        Groep groep = traject.groep();
        regels.add("Traject van "
                + groep.looptijd().begindatum().map(Object::toString).orElse("(geen datum)")
                + " tot " + groep.looptijd().einddatum().map(Object::toString).orElse("heden (loopt nog)")
                + ", gemeente " + groep.gemeente().map(Gemeentecode::code).orElse(Gemeentecode.ONBEKEND));
        regels.add(groep.bronnen().size() == 1 ? "Eén bron:" : groep.bronnen().size() + " bronnen:");
        for (Bronrecord bron : groep.bronnen()) {
            regels.add("  " + plaats(bron.plaats()) + " (" + bron.organisatie().waarde() + ")");
        }
        if (groep.bronnen().size() > 1) {
            regels.add(
                    "Samengevoegd omdat dezelfde cliënt erin voorkomt, de perioden elkaar raken en de gemeente past.");
            regels.add("Per gegeven:");
            traject.velden().forEach((pad, veld) -> veld(regels, pad, veld));
        }
        regels.add("Betrouwbaarheid " + score.score() + " (klasse " + score.klasse() + ", gewichten " + score.versie()
                + "):");
        for (Indicatorscore.Deel deel : score.delen()) {
            regels.add("  " + deel.naam() + ": " + Indicator.rond(deel.punten()) + " van "
                    + Indicator.rond(deel.hoogstens()));
        }
        score.verliezen().forEach(verlies -> regels.add("  " + verlies.tekst()));
        return regels.stream().map(Toonbaar::zichtbaar).toList();
    }

    private static void veld(List<String> regels, String pad, Veld<?> veld) {
        regels.add("  " + pad + " = " + veld.waarde().map(Trajectuitleg::tekst).orElse("(leeg)") + ": " + veld.regel()
                + (veld.tegenspraak() ? " [C-04: bronnen verschillen]" : ""));
        veld.alternatieven()
                .forEach(ander ->
                        regels.add("    niet gekozen: " + tekst(ander.waarde()) + " uit " + plaats(ander.bron())));
    }

    private static String tekst(Object waarde) {
        return switch (waarde) {
            case Waarde uitLijst -> uitLijst.tekst();
            case Boolean ja -> ja ? "ja" : "nee";
            case Object anders -> anders.toString();
        };
    }

    static String plaats(Bronplaats plaats) {
        return plaats.bericht().naam() + " " + plaats.pointer();
    }
}
