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
        String naam = "Gemeente " + gemeente.naam();
        return new Organisatie(
                Optional.of(naam),
                Optional.empty(),
                Optional.of(postcode(gemeente.code().nummer())),
                Optional.of(gemeente.code().opDraad()),
                List.of(contact(naam)));
    }

    /// Any other organisation: with KvK number, without gemeentecode.
    static Organisatie ander(String naam, int volgnummer) {
        return new Organisatie(
                Optional.of(naam),
                Optional.of(Integer.toString(98_000_000 + volgnummer)),
                Optional.of(postcode(volgnummer)),
                Optional.empty(),
                List.of(contact(naam)));
    }

    private static String postcode(int nummer) {
        return (1000 + (int) Math.floorMod(Zaad.meng(nummer), 9000L)) + "PB";
    }

    private static Contactpersoon contact(String naam) {
        String domein = Normalizer.normalize(naam.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return new Contactpersoon(
                Optional.of("ddas@" + domein + ".example"),
                Optional.of("Applicatiebeheerder"),
                Optional.of("Functioneel beheer"),
                Optional.of("0880000000"));
    }
}
