// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets;

import java.util.Optional;
import nl.ddas.levering.model.Gemeente;
import nl.ddas.levering.model.Gemeentecode;
import nl.ddas.levering.model.Schuldhulptraject;
import nl.ddas.levering.model.Toonbaar;

/// What rules T-01 to T-04 ask of the responsible gemeente.
final class Gemeenteregels {

    private static final String PAD = "/gemeentecode";

    private Gemeenteregels() {}

    static void gevuld(Schuldhulptraject traject, Omgeving omgeving, Vondsten vondsten) {
        if (code(traject).isEmpty()) {
            vondsten.meld(PAD);
        }
    }

    static void bestaat(Schuldhulptraject traject, Omgeving omgeving, Vondsten vondsten) {
        String code = code(traject);
        if (code.isEmpty() || code.equals(Gemeentecode.ONBEKEND)) {
            return;
        }
        int nummer = Gemeenten.getal(code);
        if (!bestond(nummer, omgeving) && omgeving.gemeenten().opgeheven(nummer).isPresent()) {
            vondsten.meldVariant("opgeheven", PAD, "waarde", Toonbaar.van(code));
        } else if (!bestond(nummer, omgeving)) {
            vondsten.meld(PAD, "waarde", Toonbaar.van(code));
        } else if (code.length() == (code.charAt(0) == 'G' ? 5 : 3)
                && omgeving.gemeenten().bestaat(nummer)) {
            vondsten.meldVariant(
                    "aangevuld",
                    PAD,
                    "waarde",
                    Toonbaar.van(code),
                    "code",
                    new Gemeentecode(nummer).code(),
                    "naam",
                    omgeving.gemeenten().naam(nummer));
        }
    }

    static void onbekend(Schuldhulptraject traject, Omgeving omgeving, Vondsten vondsten) {
        if (code(traject).equals(Gemeentecode.ONBEKEND)) {
            vondsten.meld(PAD);
        }
    }

    static void opgeheven(Schuldhulptraject traject, Omgeving omgeving, Vondsten vondsten) {
        int nummer = Gemeenten.getal(code(traject));
        if (nummer < 0 || omgeving.gemeenten().bestaat(nummer) || bestond(nummer, omgeving)) {
            return;
        }
        Optional<Gemeente> einde = omgeving.gemeenten().opgeheven(nummer);
        if (einde.isEmpty()) {
            return;
        }
        String code = new Gemeentecode(nummer).code();
        if (einde.get().opvolger().isEmpty()) {
            vondsten.meldVariant(
                    "zonder", PAD, "code", code, "datum", einde.get().tot().orElseThrow());
        } else {
            Gemeentecode nieuw = einde.get().opvolger().get();
            String naam = omgeving.gemeenten().naam(nieuw.nummer());
            vondsten.meld(
                    PAD,
                    "code",
                    code,
                    "datum",
                    einde.get().tot().orElseThrow(),
                    "nieuw",
                    nieuw.code() + " (" + naam + ")");
        }
    }

    /// Whether the gemeente exists, or still existed on the last day of the period.
    static boolean bestond(int nummer, Omgeving omgeving) {
        if (nummer < 0) {
            return false;
        }
        if (omgeving.gemeenten().bestaat(nummer)) {
            return true;
        }
        Optional<Gemeente> einde = omgeving.gemeenten().opgeheven(nummer);
        return einde.isPresent()
                && omgeving.peildag().isBefore(einde.get().tot().orElseThrow());
    }

    private static String code(Schuldhulptraject traject) {
        return Afwijkingen.tekst(traject.gemeentecode(), traject, PAD);
    }
}
