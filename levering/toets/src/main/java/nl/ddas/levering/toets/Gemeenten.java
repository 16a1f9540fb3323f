// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.ddas.levering.model.Gemeentecode;

/// The gemeenten of the CBS list, and those that ended lately with their successor.
///
/// Source: CBS indeling per 1-1-2026; endings since 2021.
public final class Gemeenten {

    private static final int RUIMTE = 10_000;

    /// A gemeente that is no more.
    ///
    /// @param per the first day it did not exist
    /// @param opvolger where it went, empty when it was split over several
    record Opheffing(LocalDate per, Optional<Gemeentecode> opvolger) {}

    private final List<String> namen = new ArrayList<>(java.util.Collections.nCopies(RUIMTE, ""));
    private final Set<String> bekendeNamen = new HashSet<>(Set.of("den haag", "den bosch"));
    private final Map<Integer, Opheffing> opgeheven = new HashMap<>();

    private Gemeenten() {
        for (List<String> rij : Puntkommabestand.lees("gemeenten.csv", ',')) {
            namen.set(nummer(rij.getFirst()), rij.get(1));
            bekendeNamen.add(rij.get(1).toLowerCase(Locale.ROOT));
        }
        for (List<String> rij : Puntkommabestand.lees("opgeheven.csv", ';')) {
            opgeheven.put(
                    nummer(rij.getFirst()), new Opheffing(LocalDate.parse(rij.get(1)), Gemeentecode.lees(rij.get(2))));
        }
    }

    /// The list of this program.
    public static Gemeenten eigen() {
        return new Gemeenten();
    }

    private static int nummer(String code) {
        return Gemeentecode.lees(code).orElseThrow().nummer();
    }

    /// Whether a gemeente with this number exists now.
    boolean bestaat(int nummer) {
        return nummer > 0 && nummer < RUIMTE && !namen.get(nummer).isEmpty();
    }

    /// The name, empty text when it does not exist now.
    String naam(int nummer) {
        return namen.get(nummer);
    }

    /// How it ended, empty when it exists or never did.
    Optional<Opheffing> opheffing(int nummer) {
        return Optional.ofNullable(opgeheven.get(nummer));
    }

    /// Whether an organisation of this name is a gemeente: its name is that of a gemeente, or starts with the
    /// word.
    boolean isGemeente(String organisatie) {
        String naam = organisatie.strip().toLowerCase(Locale.ROOT);
        return naam.startsWith("gemeente ") || bekendeNamen.contains(naam);
    }

    /// The number of a code in any of the four spellings, or -1; like [Gemeentecode#lees(String)] without
    /// garbage.
    static int getal(String tekst) {
        int begin = tekst.startsWith("GM") ? 2 : 0;
        int lengte = tekst.length() - begin;
        if (lengte < 3 || lengte > 4) {
            return -1;
        }
        int nummer = 0;
        for (int i = begin; i < tekst.length(); i++) {
            int cijfer = tekst.charAt(i) - '0';
            if (cijfer < 0 || cijfer > 9) {
                return -1;
            }
            nummer = nummer * 10 + cijfer;
        }
        return nummer == 0 ? -1 : nummer;
    }
}
