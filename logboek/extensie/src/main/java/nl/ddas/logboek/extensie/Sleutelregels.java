// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.extensie;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The keys of one definition (EXT-13, EXT-15 to EXT-19b).
final class Sleutelregels {

    private static final Pattern SEGMENT = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");
    private static final Set<String> CORE_KEYS =
            Set.of("processingactivityid", "datasubjectid", "datasubjectidtype", "foreignoperation", "processor");
    private static final Set<String> CORE_FIELDS =
            Set.of("traceid", "spanid", "parentspanid", "starttime", "endtime", "resource");
    private static final Set<String> HARMLESS_FIELDS = Set.of("status", "name");

    private Sleutelregels() {}

    static Uitslag noBareKeys(Zicht zicht) {
        Stream<Melding> eigen =
                zicht.attributen().filter(a -> !a.sleutel().contains(".")).map(a -> bare(a.pointer(), a.sleutel()));
        Stream<Melding> voorbeelden = Voorbeeldregels.of(zicht.eigen()).flatMap(regel -> regel.sleutels()
                .filter(sleutel -> !sleutel.contains("."))
                .map(sleutel -> bare(regel.pointer(), sleutel)));
        return Uitslag.of(Stream.concat(eigen, voorbeelden));
    }

    private static Melding bare(String pointer, String sleutel) {
        return Melding.at(
                pointer,
                "De sleutel " + Citaat.of(sleutel)
                        + " heeft geen naamruimte; naast een andere extensie is niet te zien van wie hij is. Schrijf"
                        + " dpl, de naam van de extensie en dan de sleutel, met punten ertussen.");
    }

    static Uitslag resourceKeysHavePrefix(Zicht zicht) {
        return prefixes(
                zicht, zicht.attributen().filter(Attribuut::isResource).filter(a -> !Woordenlijst.isConvention(a)));
    }

    static Uitslag keysHavePrefix(Zicht zicht) {
        return prefixes(zicht, zicht.attributen().filter(a -> !a.isResource()));
    }

    private static Uitslag prefixes(Zicht zicht, Stream<Attribuut> hier) {
        List<Attribuut> sleutels = hier.toList();
        if (zicht.eigen().kop().naamruimte().isEmpty()) {
            return Uitslag.skip("er is geen naamruimte (EXT-9)");
        }
        return sleutels.isEmpty()
                ? Uitslag.skip("er zijn hier geen sleutels")
                : Uitslag.of(sleutels.stream().filter(a -> !hasPrefix(a, zicht)).map(a -> wrong(a, zicht)));
    }

    private static boolean hasPrefix(Attribuut a, Zicht zicht) {
        String prefix = zicht.eigen().prefix();
        return a.sleutel().startsWith(prefix)
                && a.segments().stream().skip(2).allMatch(deel -> SEGMENT.matcher(deel)
                        .matches());
    }

    private static Melding wrong(Attribuut a, Zicht zicht) {
        String ruimte = zicht.eigen().kop().naamruimte();
        String begin = "Een sleutel begint met dpl." + Citaat.plain(ruimte) + " en dan zijn naam. Hier staat "
                + Citaat.of(a.sleutel()) + ".";
        return Melding.at(a.pointer(), begin + advice(a, ruimte));
    }

    private static String advice(Attribuut a, String ruimte) {
        List<String> delen = a.segments();
        if (a.sleutel().length() > 60) {
            return "";
        }
        String rest = delen.stream()
                .filter(deel -> !deel.equals("dpl")
                        && !deel.equals(ruimte)
                        && SEGMENT.matcher(deel).matches())
                .collect(Collectors.joining("."));
        return rest.isEmpty() ? "" : " Bedoelde u dpl." + ruimte + "." + rest + "?";
    }

    static Uitslag noRegisterWord(Zicht zicht) {
        List<Attribuut> verwijzingen = zicht.attributen()
                .filter(a -> a.verwijzing().equals("register"))
                .toList();
        return verwijzingen.isEmpty()
                ? Uitslag.skip("er zijn geen verwijzingen naar een register")
                : Uitslag.of(verwijzingen.stream().flatMap(Sleutelregels::registerWord));
    }

    private static Stream<Melding> registerWord(Attribuut a) {
        String klein = a.sleutel().toLowerCase(Locale.ROOT);
        Melding melding = Melding.at(
                a.pointer(),
                "De sleutel " + Citaat.of(a.sleutel())
                        + " wijst naar een register, en dan hoort het woord register er niet in: het zegt al wat er"
                        + " staat. Laat dat woord weg.");
        if (klein.contains("register")) {
            return Stream.of(melding);
        }
        return klein.contains("registry") || klein.contains("registratie")
                ? Stream.of(melding.as(Niveau.WAARSCHUWING))
                : Stream.empty();
    }

    static Uitslag noCoreName(Zicht zicht) {
        return Uitslag.of(zicht.attributen()
                .filter(a -> a.sleutel().startsWith("dpl.") && !a.sleutel().startsWith(Kern.PREFIX))
                .flatMap(Sleutelregels::coreName));
    }

    private static Stream<Melding> coreName(Attribuut a) {
        if (says(a, CORE_KEYS)) {
            return Stream.of(
                    Melding.at(
                            a.pointer(),
                            "De naam in " + Citaat.of(a.sleutel())
                                    + " heeft de kern al (dpl.core). Gebruik de sleutel van de kern, of kies een andere naam."));
        }
        return says(a, CORE_FIELDS)
                ? Stream.of(Melding.at(
                                a.pointer(),
                                "De naam in " + Citaat.of(a.sleutel())
                                        + " is ook een veld van de logregel. Kies een andere naam.")
                        .as(Niveau.WAARSCHUWING))
                : Stream.empty();
    }

    static Uitslag fieldNamesAreKnown(Zicht zicht) {
        return Uitslag.of(zicht.attributen()
                .filter(a -> a.sleutel().startsWith("dpl.") && says(a, HARMLESS_FIELDS))
                .map(a -> Melding.at(
                        a.pointer(),
                        "De naam in " + Citaat.of(a.sleutel())
                                + " is ook een veld van de logregel. Dat mag; met de naamruimte ervoor is het"
                                + " duidelijk.")));
    }

    private static boolean says(Attribuut a, Set<String> namen) {
        return Woordenlijst.local(a).stream().map(deel -> deel.replace("_", "")).anyMatch(namen::contains);
    }
}
