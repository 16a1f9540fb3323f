// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.generator;

import java.util.Optional;
import nl.ddas.levering.generator.Fout.Toestand;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Errors in amounts and debts. Only trajecten with debts can have them.
final class Bedragfouten {

    private static final String TOTAAL = "totaalSchuldbedragBijAanvangSchuld";
    private static final String SCHULDEN = "schulden";
    private static final String BEDRAG = "bedrag";

    private Bedragfouten() {}

    static Optional<String> centen(ObjectNode traject, Toestand toestand) {
        if (!traject.has(TOTAAL)) {
            return Optional.empty();
        }
        traject.put(TOTAAL, traject.path(TOTAAL).asLong() * 100);
        return Optional.of("/" + TOTAAL);
    }

    static Optional<String> teltNietOp(ObjectNode traject, Toestand toestand) {
        if (!traject.has(TOTAAL)) {
            return Optional.empty();
        }
        traject.put(TOTAAL, traject.path(TOTAAL).asLong() * 6 / 5 + 137);
        return Optional.of("/" + TOTAAL);
    }

    /// The total goes down with it, so that only the amount is wrong.
    static Optional<String> negatief(ObjectNode traject, Toestand toestand) {
        if (!(traject.get(SCHULDEN) instanceof ArrayNode schulden)) {
            return Optional.empty();
        }
        ObjectNode eerste = (ObjectNode) schulden.get(0);
        long was = eerste.path(BEDRAG).asLong();
        long totaal = traject.path(TOTAAL).asLong() - was - 25;
        if (totaal < 1) {
            return Optional.empty();
        }
        eerste.put(BEDRAG, -25);
        traject.put(TOTAAL, totaal);
        return Optional.of("/schulden/0/bedrag");
    }

    static Optional<String> dubbeleSchuld(ObjectNode traject, Toestand toestand) {
        if (!(traject.get(SCHULDEN) instanceof ArrayNode schulden)) {
            return Optional.empty();
        }
        int laatste = schulden.size() - 1;
        schulden.add(schulden.get(laatste).deepCopy());
        traject.put(
                TOTAAL,
                traject.path(TOTAAL).asLong()
                        + schulden.get(laatste).path(BEDRAG).asLong());
        return Optional.of("/schulden/" + (laatste + 1));
    }

    static Optional<String> prive(ObjectNode traject, Toestand toestand) {
        if (!(traject.get(SCHULDEN) instanceof ArrayNode schulden)) {
            return Optional.empty();
        }
        ObjectNode eiser = ((ObjectNode) schulden.get(0)).putObject("schuldeiser");
        eiser.put("naam", "J. Voorbeeld");
        eiser.put("Naam", "J. Voorbeeld");
        eiser.put("privepersoon", true);
        return Optional.of("/schulden/0/schuldeiser");
    }
}
