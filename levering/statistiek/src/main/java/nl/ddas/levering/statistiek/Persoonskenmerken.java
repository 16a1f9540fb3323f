// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.statistiek;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.ddas.levering.model.Bsn;
import nl.ddas.levering.model.Client;
import nl.ddas.levering.model.Datums;
import nl.ddas.levering.model.Geboortedatum;
import nl.ddas.levering.model.Geslacht;

/// What recognises a person, each part normalised; a part that is missing or no such thing is empty. Prints itself
/// masked.
///
/// @param bsn nine digits
/// @param bsnGeldig whether the elfproef holds
/// @param geboortedatum `JJJJ-MM-DD`, month and day may be 00 (partly unknown)
/// @param postcode four digits and two capitals
/// @param huisnummer digits without leading zeros
/// @param toevoeging capitals, empty text when there is none
record Persoonskenmerken(
        Optional<String> bsn,
        boolean bsnGeldig,
        Optional<String> geboortedatum,
        Geslacht geslacht,
        Optional<String> postcode,
        Optional<String> huisnummer,
        String toevoeging) {
    private static final Pattern POSTCODE = Pattern.compile("[1-9]\\d{3}[A-Z]{2}");
    private static final Pattern HUISNUMMER = Pattern.compile("0*([1-9]\\d{0,4})(.*)");

    static Persoonskenmerken van(Client client) {
        Optional<String> bsn = client.burgerservicenummer().flatMap(Bsn::genormaliseerd);
        Matcher huis = HUISNUMMER.matcher(schoon(client.huisnummer()));
        boolean heeftHuis = huis.matches();
        String toevoeging = schoon(client.huisnummertoevoeging());
        if (heeftHuis && toevoeging.isEmpty()) {
            toevoeging = zonderStreep(huis.group(2));
        }
        return new Persoonskenmerken(
                bsn,
                client.burgerservicenummer().filter(Bsn::voldoetAanElfproef).isPresent(),
                client.geboortedatum().flatMap(Datums::geboortedatum).map(Geboortedatum::tekst),
                client.geslachtsaanduiding().map(Geslacht::geteld).orElse(Geslacht.ONBEKEND),
                Optional.of(schoon(client.postcode()))
                        .filter(tekst -> POSTCODE.matcher(tekst).matches()),
                heeftHuis ? Optional.of(huis.group(1)) : Optional.empty(),
                toevoeging);
    }

    /// Whether geboortedatum, postcode and huisnummer are there: enough for the fallback key.
    boolean heeftAdressleutel() {
        return geboortedatum.isPresent() && postcode.isPresent() && huisnummer.isPresent();
    }

    /// How many of the four fallback fields geboortedatum, geslacht, postcode, huisnummer are known.
    int aantalTerugvalvelden() {
        return (geboortedatum.isPresent() ? 1 : 0)
                + (geslacht.isOnbekend() ? 0 : 1)
                + (postcode.isPresent() ? 1 : 0)
                + (huisnummer.isPresent() ? 1 : 0);
    }

    private static String schoon(Optional<String> tekst) {
        return tekst.orElse("").replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    }

    private static String zonderStreep(String tekst) {
        return tekst.startsWith("-") || tekst.startsWith("/") ? tekst.substring(1) : tekst;
    }

    @Override
    public String toString() {
        return "Persoonskenmerken[***]";
    }
}
