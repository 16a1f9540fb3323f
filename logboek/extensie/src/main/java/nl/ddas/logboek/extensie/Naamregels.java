// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.extensie;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.ddas.basis.Nearest;
import nl.ddas.logboek.extensie.Definitie.Kop;

/// The namespace: own, unique, and the name of the extension (EXT-9, EXT-12, EXT-17).
final class Naamregels {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9_]{1,31}");
    private static final String POINTER = "/namespace";

    private Naamregels() {}

    static Uitslag ownNamespace(Zicht zicht) {
        String eigen = zicht.eigen().kop().naamruimte();
        if (eigen.isEmpty()) {
            return Uitslag.of(Melding.at(
                    POINTER,
                    "De extensie heeft geen naamruimte. Kies een woord dat nog niemand gebruikt, zoals"
                            + " namespace: ddas."));
        }
        if (!FORM.matcher(eigen).matches()) {
            return Uitslag.of(Melding.at(
                    POINTER,
                    "Een naamruimte is een woord van 2 tot 32 kleine letters, cijfers en lage strepen, dat met een letter"
                            + " begint. Hier staat " + Citaat.of(eigen) + "."));
        }
        if (eigen.equals("core") || eigen.equals("dpl")) {
            return Uitslag.of(Melding.at(POINTER, "De naamruimte " + eigen + " is van de kern. Kies een andere."));
        }
        return Uitslag.of(Stream.concat(takenInSet(zicht, eigen), takenInRegister(zicht, eigen)));
    }

    private static Stream<Melding> takenInSet(Zicht zicht, String eigen) {
        return zicht.anderen().stream()
                .filter(ander -> ander.kop().naamruimte().equals(eigen))
                .map(ander -> Melding.at(
                                POINTER,
                                "De naamruimte " + eigen + " wordt ook gebruikt in " + Citaat.plain(ander.bestand())
                                        + ". Elke extensie heeft een eigen naamruimte; kies een andere.")
                        .against(ander.bestand()));
    }

    private static Stream<Melding> takenInRegister(Zicht zicht, String eigen) {
        return zicht.claims().filter(claim -> claim.naamruimte().equals(eigen)).map(claim -> Melding.at(
                        POINTER,
                        "De naamruimte " + eigen + " is al van de extensie " + Citaat.of(claim.naam())
                                + ". Kies een andere; is dit dezelfde extensie, geef haar dan dezelfde naam (name).")
                .against(claim.naam()));
    }

    static Uitslag noLookAlike(Zicht zicht) {
        String eigen = zicht.eigen().kop().naamruimte();
        if (eigen.isEmpty()) {
            return Uitslag.skip("er is geen naamruimte");
        }
        Stream<Melding> set = zicht.anderen().stream()
                .filter(ander -> resembles(eigen, ander.kop().naamruimte()))
                .map(ander -> look(eigen, ander.kop().naamruimte(), ander.bestand()));
        Stream<Melding> register = zicht.claims()
                .filter(claim -> resembles(eigen, claim.naamruimte()))
                .map(claim -> look(eigen, claim.naamruimte(), claim.naam()));
        return Uitslag.of(Stream.concat(set, register));
    }

    private static Melding look(String eigen, String ander, String wie) {
        return Melding.at(
                        POINTER,
                        "De naamruimte " + Citaat.of(eigen) + " lijkt te veel op " + Citaat.of(ander) + " van "
                                + Citaat.plain(wie) + ". Kies een woord dat niet te verwarren is.")
                .against(wie);
    }

    /// One letter apart, or one the plural of the other.
    private static boolean resembles(String eigen, String ander) {
        return !eigen.equals(ander)
                && !ander.isEmpty()
                && eigen.length() <= 40
                && ander.length() <= 40
                && (Nearest.edits(eigen, ander) <= 1 || singular(eigen).equals(singular(ander)));
    }

    private static String singular(String woord) {
        return woord.replaceFirst("(en|s)$", "");
    }

    static Uitslag prefixIsTheName(Zicht zicht) {
        Kop kop = zicht.eigen().kop();
        if (kop.naam().isEmpty()) {
            return Uitslag.of(Melding.at("/name", "De extensie heeft geen naam. Zet die bij name, zoals name: ddas."));
        }
        return kop.naamruimte().isEmpty()
                        || slug(kop.naam()).equals(kop.naamruimte())
                        || !kop.redenNaamruimte().isEmpty()
                ? Uitslag.of()
                : Uitslag.of(Melding.at(
                        POINTER,
                        "De extensie heet " + Citaat.of(kop.naam()) + ", maar de sleutels beginnen met dpl."
                                + Citaat.plain(kop.naamruimte())
                                + ". Maak ze gelijk, of zeg bij namespace_reason waarom dat niet kan."));
    }

    private static String slug(String naam) {
        return Stream.of(naam.toLowerCase(Locale.ROOT).split("[^a-z0-9]+"))
                .filter(deel -> !deel.isEmpty())
                .collect(Collectors.joining("_"));
    }

    /// Other extensions that this one says it needs are there, in a version that fits where that is known.
    static Stream<Melding> needs(Zicht zicht) {
        List<String> namen = Stream.of(
                        zicht.anderen().stream().map(ander -> ander.kop().naam()),
                        zicht.anderen().stream().map(ander -> ander.kop().naamruimte()),
                        zicht.claims().map(Bekend.Claim::naam),
                        zicht.claims().map(Bekend.Claim::naamruimte))
                .flatMap(s -> s)
                .toList();
        Stream<Melding> andere = zicht.eigen().vereist().stream().flatMap(nodig -> zicht.anderen().stream()
                .filter(ander -> isCalled(ander, nodig.naam()))
                .filter(ander -> !nodig.versie().isEmpty() && !isInside(nodig.versie(), ander))
                .map(ander -> Melding.at(
                                "/requires",
                                "De extensie heeft van " + Citaat.of(nodig.naam()) + " versie "
                                        + Citaat.of(nodig.versie()) + " nodig, maar "
                                        + Citaat.plain(ander.bestand()) + " is versie "
                                        + Citaat.of(ander.kop().versie()) + ".")
                        .against(ander.bestand())));
        Stream<Melding> geen = zicht.eigen().vereist().stream()
                .filter(ander -> !namen.contains(ander.naam()))
                .map(ander -> Melding.at(
                        "/requires",
                        "De extensie heeft " + Citaat.of(ander.naam())
                                + " nodig, maar die is niet bekend. Geef die definitie erbij, of zet haar in een eigen"
                                + " lijst (--bekend)."));
        return Stream.concat(geen, andere);
    }

    private static boolean isCalled(Definitie ander, String naam) {
        return ander.kop().naam().equals(naam) || ander.kop().naamruimte().equals(naam);
    }

    private static boolean isInside(String bereik, Definitie ander) {
        return Versiebereik.of(bereik)
                .filter(eisen -> eisen.contains(ander.kop().versie()))
                .isPresent();
    }
}
