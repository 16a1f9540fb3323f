// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.generator;

import java.util.Locale;
import java.util.Optional;
import nl.ddas.levering.generator.Fout.Toestand;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Errors about the persons of a traject. Each changes the first client.
final class Clientfouten {

    private static final String BSN = "Burgerservicenummer";
    private static final String GEBOORTEDATUM = "Geboortedatum";
    private static final String GESLACHT = "Geslachtsaanduiding";
    private static final String POSTCODE = "Postcode";
    private static final String HUISNUMMER = "Huisnummer";
    private static final String TOEVOEGING = "Huisnummertoevoeging";
    private static final String EERSTE = "/client/0/";

    private Clientfouten() {}

    static Optional<String> bsnVerkeerdCijfer(ObjectNode traject, Toestand toestand) {
        char[] cijfers = bsn(traject).toCharArray();
        int plaats = toestand.toeval().nextInt(cijfers.length);
        cijfers[plaats] =
                (char) ('0' + (cijfers[plaats] - '0' + 1 + toestand.toeval().nextInt(9)) % 10);
        return zet(traject, BSN, new String(cijfers));
    }

    /// The leading digit falls off, as when a number went through a spreadsheet.
    static Optional<String> bsnAchtCijfers(ObjectNode traject, Toestand toestand) {
        return zet(traject, BSN, bsn(traject).substring(1));
    }

    static Optional<String> bsnOpvulling(ObjectNode traject, Toestand toestand) {
        return zet(traject, BSN, toestand.toeval().nextBoolean() ? "000000000" : "123456789");
    }

    static Optional<String> bsnMetPunten(ObjectNode traject, Toestand toestand) {
        String bsn = bsn(traject);
        return zet(traject, BSN, bsn.substring(0, 4) + "." + bsn.substring(4, 6) + "." + bsn.substring(6));
    }

    static Optional<String> nietTeHerkennen(ObjectNode traject, Toestand toestand) {
        ObjectNode client = eerste(traject);
        client.remove(BSN);
        client.remove(POSTCODE);
        client.remove(HUISNUMMER);
        client.remove(TOEVOEGING);
        return Optional.of("/client/0");
    }

    static Optional<String> geslachtKort(ObjectNode traject, Toestand toestand) {
        return zet(traject, GESLACHT, eerste(traject).path(GESLACHT).asString().substring(0, 1));
    }

    static Optional<String> geboortedatumOnmogelijk(ObjectNode traject, Toestand toestand) {
        String later = toestand.tijdvak().eind().plusYears(3).toString();
        return zet(traject, GEBOORTEDATUM, toestand.toeval().nextBoolean() ? "1900-01-01" : later);
    }

    static Optional<String> geboortedatumOmgekeerd(ObjectNode traject, Toestand toestand) {
        String[] delen = eerste(traject).path(GEBOORTEDATUM).asString().split("-", -1);
        return zet(traject, GEBOORTEDATUM, delen[2] + "-" + delen[1] + "-" + delen[0]);
    }

    static Optional<String> postcodeKlein(ObjectNode traject, Toestand toestand) {
        String postcode = eerste(traject).path(POSTCODE).asString();
        String letters = postcode.substring(4).toLowerCase(Locale.ROOT);
        return zet(traject, POSTCODE, postcode.substring(0, 4) + " " + letters);
    }

    static Optional<String> huisnummerMetLetter(ObjectNode traject, Toestand toestand) {
        ObjectNode client = eerste(traject);
        client.remove(TOEVOEGING);
        return zet(traject, HUISNUMMER, client.path(HUISNUMMER).asString() + "A");
    }

    static Optional<String> drieClienten(ObjectNode traject, Toestand toestand) {
        ArrayNode clienten = (ArrayNode) traject.get("client");
        while (clienten.size() < 3) {
            ObjectNode kind = eerste(traject).deepCopy();
            kind.remove(BSN);
            kind.put(
                    GEBOORTEDATUM,
                    toestand.tijdvak()
                            .start()
                            .minusYears(28L + clienten.size())
                            .minusDays(40)
                            .toString());
            clienten.add(kind);
        }
        return Optional.of("/client");
    }

    static Optional<String> tweemaalZelfdeBsn(ObjectNode traject, Toestand toestand) {
        JsonNode tweede = traject.path("client").path(1);
        if (!(tweede instanceof ObjectNode client)) {
            return Optional.empty();
        }
        client.put(BSN, bsn(traject));
        return Optional.of("/client/1/" + BSN);
    }

    static Optional<String> legeToevoeging(ObjectNode traject, Toestand toestand) {
        return zet(traject, TOEVOEGING, "");
    }

    static Optional<String> bsnInOmschrijving(ObjectNode traject, Toestand toestand) {
        traject.put("omschrijving", "Zie ook dossier van " + bsn(traject) + " in het oude systeem");
        return Optional.of("/omschrijving");
    }

    private static ObjectNode eerste(ObjectNode traject) {
        return (ObjectNode) traject.path("client").path(0);
    }

    private static String bsn(ObjectNode traject) {
        return eerste(traject).path(BSN).asString();
    }

    private static Optional<String> zet(ObjectNode traject, String veld, String waarde) {
        eerste(traject).put(veld, waarde);
        return Optional.of(EERSTE + veld);
    }
}
