// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import nl.ddas.levering.model.Gemeente;
import nl.ddas.levering.model.Gemeentelijst;

/// The list of gemeenten, as the rules ask it.
public final class Gemeenten {

    private final Gemeentelijst lijst = Gemeentelijst.eigen();
    private final Set<String> namen = new HashSet<>(Set.of("den haag", "den bosch"));

    private Gemeenten() {
        lijst.alle().forEach(gemeente -> namen.add(gemeente.naam().toLowerCase(Locale.ROOT)));
    }

    /// The list of this program.
    public static Gemeenten eigen() {
        return new Gemeenten();
    }

    /// Whether a gemeente with this number exists now.
    boolean bestaat(int nummer) {
        return lijst.van(nummer).filter(Gemeente::bestaat).isPresent();
    }

    /// Whether a gemeente with this number exists now or did since 2021.
    boolean isBekend(int nummer) {
        return lijst.van(nummer).isPresent();
    }

    /// The name, empty text when it does not exist now.
    String naam(int nummer) {
        return lijst.van(nummer).filter(Gemeente::bestaat).map(Gemeente::naam).orElse("");
    }

    /// The gemeente when it is no more; empty when it exists or never did.
    Optional<Gemeente> opgeheven(int nummer) {
        return lijst.van(nummer).filter(gemeente -> !gemeente.bestaat());
    }

    /// Whether an organisation of this name is a gemeente: its name is that of a gemeente, or starts with the
    /// word.
    boolean isGemeente(String organisatie) {
        String naam = organisatie.strip().toLowerCase(Locale.ROOT);
        return naam.startsWith("gemeente ") || namen.contains(naam);
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
