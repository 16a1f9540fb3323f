// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.generator;

import java.util.List;
import java.util.Optional;
import nl.ddas.levering.generator.Fout.Toestand;
import nl.ddas.levering.model.Gemeente;
import nl.ddas.levering.model.Gemeentecode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Errors in codes, names and values of a traject.
final class Trajectfouten {

    private static final String GEMEENTECODE = "gemeentecode";

    /// Codes of gemeenten that ended by a merger (CBS, Gebieden in Nederland).
    private static final List<String> OPGEHEVEN = List.of("0398", "0370", "0457", "0501", "0756");

    private Trajectfouten() {}

    /// No gemeente has this code, however it is padded.
    static Optional<String> gemeentecodeKort(ObjectNode traject, Toestand toestand) {
        return gemeentecode(traject, "GM" + (990 + toestand.toeval().nextInt(4)));
    }

    static Optional<String> opgehevenGemeente(ObjectNode traject, Toestand toestand) {
        return gemeentecode(traject, OPGEHEVEN.get(toestand.toeval().nextInt(OPGEHEVEN.size())));
    }

    static Optional<String> onbekendKlein(ObjectNode traject, Toestand toestand) {
        return gemeentecode(traject, "onbekend");
    }

    /// Only where another organisation delivers the same traject under the right gemeente: else nobody can see
    /// it.
    static Optional<String> woongemeente(ObjectNode traject, Toestand toestand) {
        return toestand.uitvoerder() ? gemeentecode(traject, andere(toestand.gemeente())) : Optional.empty();
    }

    /// `null` where the field should be left out.
    static Optional<String> nullDatum(ObjectNode traject, Toestand toestand) {
        if (traject.has("einddatum")) {
            return Optional.empty();
        }
        traject.putNull("einddatum");
        return Optional.of("/einddatum");
    }

    static Optional<String> veldVerkeerdGespeld(ObjectNode traject, Toestand toestand) {
        for (String fase : List.of("intake", "stabilisatie", "aanmelding")) {
            if (traject.get(fase) instanceof ObjectNode object && object.has("einddatum")) {
                object.set("einddatm", object.remove("einddatum"));
                return Optional.of("/" + fase + "/einddatm");
            }
        }
        return Optional.empty();
    }

    /// The end of the help in the intake, as version 0.10 wrote it, and not where version 1.0 has it.
    static Optional<String> oudeVersie(ObjectNode traject, Toestand toestand) {
        if (traject.get("uitstroom") instanceof ObjectNode uitstroom) {
            uitstroom.remove("datumBeeindigingsbeschikking");
        }
        return vervang(traject, "intake", "beschikkingssoort", "Beeindigingsbeschikking");
    }

    static Optional<String> toewijzingsbeschikking(ObjectNode traject, Toestand toestand) {
        return vervang(traject, "intake", "beschikkingssoort", "Toewijzingsbeschikking");
    }

    static Optional<String> zelfstandigVerder(ObjectNode traject, Toestand toestand) {
        return vervang(traject, "uitstroom", "reden", "Zelfstandig verder");
    }

    static Optional<String> saAlsOplossing(ObjectNode traject, Toestand toestand) {
        return vervang(traject, "oplossing", "soort", "SA");
    }

    /// Another gemeente than this one.
    static String andere(Gemeente gemeente) {
        Gemeentecode buur = new Gemeentecode(gemeente.code().nummer() == 363 ? 599 : 363);
        return buur.opDraad();
    }

    private static Optional<String> gemeentecode(ObjectNode traject, String code) {
        traject.put(GEMEENTECODE, code);
        return Optional.of("/" + GEMEENTECODE);
    }

    private static Optional<String> vervang(ObjectNode traject, String object, String veld, String waarde) {
        JsonNode waarin = traject.path(object);
        if (!(waarin instanceof ObjectNode te) || !te.has(veld)) {
            return Optional.empty();
        }
        te.put(veld, waarde);
        return Optional.of("/" + object + "/" + veld);
    }
}
