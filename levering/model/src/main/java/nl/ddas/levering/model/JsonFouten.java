// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/// Says in Dutch why the parser stopped. The parser's own message is only looked at to tell the cases apart: it may
/// hold values from the message, so nothing of it is passed on.
final class JsonFouten {

    static final String AFGEBROKEN = "het bestand houdt te vroeg op";
    static final String LEEG = "het bestand is leeg";
    static final String GETAL =
            "dit getal heeft meer dan " + tekens(Lezers.LANGSTE_GETAL) + " of een exponent boven 999";
    static final String ERACHTER = "na het einde van het bericht staat nog iets";

    private JsonFouten() {}

    static String uitleg(JacksonException fout) {
        if (fout instanceof UnexpectedEndOfInputException) {
            return AFGEBROKEN;
        }
        String bericht = String.valueOf(fout.getOriginalMessage());
        return fout instanceof StreamConstraintsException ? grens(bericht) : teken(bericht);
    }

    private static String grens(String bericht) {
        if (bericht.contains("nesting depth")) {
            return "hier zijn meer dan " + Pad.DIEPSTE + " objecten en lijsten in elkaar gezet";
        }
        if (bericht.contains("Number")) {
            return GETAL;
        }
        return bericht.contains("Name")
                ? "deze veldnaam is langer dan " + tekens(Lezers.LANGSTE_NAAM)
                : "deze tekst is langer dan " + tekens(Lezers.LANGSTE_TEKST);
    }

    /// Whether a limit of ours was passed; the text may well be JSON.
    static boolean isGrens(JacksonException fout) {
        return fout instanceof StreamConstraintsException;
    }

    /// Whether the parser stopped in the name of a field, which it then does not know.
    static boolean isBijNaam(JacksonException fout) {
        return isGrens(fout) && String.valueOf(fout.getOriginalMessage()).contains("Name");
    }

    private static String tekens(int aantal) {
        return aantal / 1000 + ".000 tekens";
    }

    private static String teken(String bericht) {
        if (bericht.contains("comma to separate")) {
            return "hier ontbreekt een komma";
        }
        if (bericht.contains("colon to separate")) {
            return "hier ontbreekt een dubbele punt na de veldnaam";
        }
        if (bericht.contains("double-quote to start")) {
            return "hier hoort een veldnaam tussen dubbele aanhalingstekens; staat er een komma te veel?";
        }
        if (bericht.contains("Illegal unquoted character")) {
            return "in deze tekst staat een stuurteken, zoals een tab of een nieuwe regel; schrijf \\t of \\n";
        }
        if (bericht.contains("escape")) {
            return "na een schuine streep \\ staat een teken dat daar niet mag";
        }
        if (bericht.contains("numeric value")) {
            return "dit getal is niet goed geschreven";
        }
        return bericht.contains("close marker")
                ? "dit haakje sluit iets wat niet open staat"
                : "hier staat iets dat geen JSON is";
    }
}
