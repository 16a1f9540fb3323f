// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.ddas.levering.model.Omzetting.Soort;

/// What the values of a list were called before v1.0, and what software writes instead of them.
///
/// @param van text in a file, or how it starts when it ends in `...`; capitals, accents and blanks do not count
/// @param naar text in v1.0
/// @param soort how sure we are of it
record Oudewaarden(String van, String naar, Soort soort) {

    private static final Pattern ACCENTEN = Pattern.compile("\\p{M}");
    private static final Pattern BLANCO = Pattern.compile("\\s+");
    private static final String BEGIN = "...";

    static final List<Oudewaarden> BESCHIKKINGSSOORT = lijst(
            Beschikkingssoort.values(),
            net("Toewijzingsbeschikking", Beschikkingssoort.TOELATINGSBESCHIKKING),
            new Oudewaarden(
                    VanVersie10.BEEINDIGINGSBESCHIKKING, VanVersie10.BEEINDIGINGSBESCHIKKING, Soort.SCHRIJFWIJZE));

    static final List<Oudewaarden> BEGELEIDINGSSOORT = lijst(
            Begeleidingssoort.values(),
            net("DFD", Begeleidingssoort.LANGE_TERMIJN_BEGELEIDING),
            net("Lange termijn begeleiding", Begeleidingssoort.LANGE_TERMIJN_BEGELEIDING),
            net("BBR", Begeleidingssoort.BUDGETBEHEER),
            net("Budgetbeheer/BBR", Begeleidingssoort.BUDGETBEHEER));

    static final List<Oudewaarden> OPLOSSINGSSOORT = lijst(
            Oplossingssoort.values(),
            net("Schuldregeling zonder afloscapaciteit", Oplossingssoort.NUL_PROCENT_AANBOD),
            net("SA", Oplossingssoort.NUL_PROCENT_AANBOD),
            net("0%-regeling", Oplossingssoort.NUL_PROCENT_AANBOD),
            net("nulaanbod", Oplossingssoort.NUL_PROCENT_AANBOD));

    static final List<Oudewaarden> SCHULDENSOORT = lijst(
            Schuldensoort.values(),
            oud("Publiek (...", Schuldensoort.PUBLIEK, Soort.WAARDE),
            oud("Energie, water...", Schuldensoort.NUTS, Soort.SCHULDSOORT_ONZEKER));

    static final List<Oudewaarden> UITSTROOMREDEN = lijst(
            Uitstroomreden.values(),
            oud("Succesvolle uitstroom...", Uitstroomreden.AFGEROND, Soort.WAARDE),
            oud("BRP-redenen...", Uitstroomreden.OVERIG, Soort.REDEN_ONZEKER),
            oud("Klant voldoet niet...", Uitstroomreden.VOLDOET_NIET, Soort.WAARDE),
            oud("Schuldhulpverlening is niet (meer) passend...", Uitstroomreden.NIET_PASSEND, Soort.WAARDE),
            oud("Klant kan zelfstandig verder...", Uitstroomreden.ZELF, Soort.WAARDE),
            oud("Klant heeft zelf aanvraag ingetrokken...", Uitstroomreden.INGETROKKEN, Soort.WAARDE),
            net("Zelfstandig verder", Uitstroomreden.ZELF),
            net("Niet verschenen", Uitstroomreden.NIETVERSCHENEN));

    private static <W extends Waarde> List<Oudewaarden> lijst(W[] huidige, Oudewaarden... anders) {
        List<Oudewaarden> lijst = new ArrayList<>();
        for (W waarde : huidige) {
            lijst.add(net(waarde.tekst(), waarde));
        }
        lijst.addAll(List.of(anders));
        return List.copyOf(lijst);
    }

    private static Oudewaarden net(String van, Waarde naar) {
        return oud(van, naar, Soort.SCHRIJFWIJZE);
    }

    private static Oudewaarden oud(String van, Waarde naar, Soort soort) {
        return new Oudewaarden(van, naar.tekst(), soort);
    }

    /// What a text stands for; empty when it needs no conversion or is not known.
    static Optional<Oudewaarden> zoek(List<Oudewaarden> lijst, String tekst) {
        if (lijst.stream().anyMatch(waarde -> waarde.naar.equals(tekst))) {
            return Optional.empty();
        }
        String gezocht = gelijkgemaakt(tekst);
        return lijst.stream().filter(waarde -> waarde.past(gezocht)).findFirst();
    }

    private boolean past(String gezocht) {
        return van.endsWith(BEGIN)
                ? gezocht.startsWith(gelijkgemaakt(van.substring(0, van.length() - BEGIN.length())))
                : gezocht.equals(gelijkgemaakt(van));
    }

    private static String gelijkgemaakt(String tekst) {
        String kaal = ACCENTEN.matcher(Normalizer.normalize(tekst, Normalizer.Form.NFD))
                .replaceAll("");
        return BLANCO.matcher(kaal.strip()).replaceAll(" ").toLowerCase(Locale.ROOT);
    }
}
