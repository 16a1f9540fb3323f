// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.generator;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.ddas.levering.model.Contactpersoon;
import nl.ddas.levering.model.Gemeente;
import nl.ddas.levering.model.Organisatie;

/// Invented organisations. Only the gemeenten have the name of a real one; nothing else of them is real.
final class Organisaties {

    private Organisaties() {}

    /// A gemeente: with gemeentecode, without KvK number.
    static Organisatie gemeente(Gemeente gemeente) {
        return organisatie(
                "Gemeente " + gemeente.naam(),
                Optional.empty(),
                Optional.of(gemeente.code().opDraad()),
                gemeente.code().nummer());
    }

    /// Any other organisation: with KvK number, without gemeentecode.
    static Organisatie ander(String naam, int volgnummer) {
        return organisatie(naam, Optional.of(Integer.toString(98_000_000 + volgnummer)), Optional.empty(), volgnummer);
    }

    private static Organisatie organisatie(
            String naam, Optional<String> kvk, Optional<String> gemeentecode, int nummer) {
        String domein = Normalizer.normalize(naam.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        Contactpersoon contact = new Contactpersoon(
                Optional.of("ddas@" + domein + ".example"),
                Optional.of("Applicatiebeheerder"),
                Optional.of("Functioneel beheer"),
                Optional.of("0880000000"));
        String postcode = (1000 + (int) Math.floorMod(Zaad.meng(nummer), 9000L)) + "PB";
        return new Organisatie(Optional.of(naam), kvk, Optional.of(postcode), gemeentecode, List.of(contact));
    }
}
