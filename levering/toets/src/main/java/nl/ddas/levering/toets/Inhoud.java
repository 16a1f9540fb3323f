// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import nl.ddas.levering.model.Kop;
import nl.ddas.levering.model.LeveringKop;
import nl.ddas.levering.model.Organisatie;
import nl.ddas.levering.model.TrajectPlek;

/// A digest of what a delivery says, whatever its white space, pages or moment of delivery: SHA-256 over
/// period, organisations and the bytes of each traject without blanks between tokens.
final class Inhoud {

    private final MessageDigest digest;
    private byte[] klad = new byte[4096];

    Inhoud() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException broken) {
            throw new IllegalStateException("every Java has SHA-256", broken);
        }
    }

    void kop(Kop kop) {
        tekst(Omgeving.ofTekst(kop.startdatumLevering(), "") + "|" + Omgeving.ofTekst(kop.einddatumLevering(), ""));
    }

    void levering(LeveringKop kop) {
        Organisatie organisatie = kop.aanleverendeOrganisatie();
        tekst(Vorige.organisatie(organisatie) + "|"
                + organisatie.statutaireNaam().orElse(""));
    }

    void traject(TrajectPlek plek) {
        if (klad.length < plek.lengte()) {
            klad = new byte[Math.max(plek.lengte(), 2 * klad.length)];
        }
        int n = 0;
        boolean inTekst = false;
        for (int i = plek.begin(); i < plek.begin() + plek.lengte(); i++) {
            byte teken = plek.venster()[i];
            if (inTekst || (teken != ' ' && teken != '\n' && teken != '\r' && teken != '\t')) {
                klad[n++] = teken;
            }
            if (inTekst && teken == '\\' && i + 1 < plek.begin() + plek.lengte()) {
                klad[n++] = plek.venster()[++i];
            } else if (teken == '"') {
                inTekst = !inTekst;
            }
        }
        digest.update(klad, 0, n);
    }

    byte[] uitkomst() {
        return digest.digest();
    }

    private void tekst(String tekst) {
        digest.update(Optional.of(tekst).get().getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }
}
