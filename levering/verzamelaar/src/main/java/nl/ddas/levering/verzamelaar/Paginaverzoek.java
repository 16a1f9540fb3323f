// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import nl.ddas.basis.HttpClient;
import nl.ddas.levering.model.Bron;
import nl.ddas.levering.verkeer.Kopie;
import nl.ddas.trust.PayloadVerifier;
import nl.ddas.trust.PayloadVerifier.Verdict;

/// Asks for one page in profile v1.0 (S75): signed request, answer sealed while it comes in, and verified before
/// anything looks inside (S76).
final class Paginaverzoek implements Paginavraag {

    private final Verkeer verkeer;
    private final Bewijs bewijs;
    private final long grootste;

    /// @param grootste most bytes of one answer
    Paginaverzoek(Verkeer verkeer, Bewijs bewijs, long grootste) {
        this.verkeer = verkeer;
        this.bewijs = bewijs;
        this.grootste = grootste;
    }

    @Override
    public Antwoord vraag(Leverancier leverancier, Vraag vraag, String bestand) throws IOException {
        byte[] bericht = ("{\"aanleverperiodeStartdatum\":\"" + vraag.periode().start()
                        + "\",\"aanleverperiodeEinddatum\":\"" + vraag.periode().eind() + "\"," + vraag.json() + "}")
                .getBytes(StandardCharsets.UTF_8);
        return verkeer.post(
                leverancier,
                "gegevens",
                bericht,
                (antwoord, body) -> antwoord.status() == 200 && Verkeer.isLeesbaar(antwoord)
                        ? neem(antwoord, body, leverancier, vraag.pagina(), bestand)
                        : verkeer.geweigerd(leverancier, antwoord, body));
    }

    private Antwoord neem(
            HttpClient.Answer antwoord, InputStream body, Leverancier leverancier, int pagina, String bestand)
            throws IOException {
        long grootte;
        Verdict oordeel;
        try (Bewijs.Schrijver uit = bewijs.antwoord(bestand, antwoord);
                PayloadVerifier.Verifying lezing = antwoord.peer().isEmpty()
                        ? verkeer.verificateur().start(antwoord.headers())
                        : verkeer.verificateur()
                                .start(antwoord.headers(), antwoord.peer().getFirst())) {
            grootte = Kopie.totGrens(body, grootste, uit, lezing);
            oordeel =
                    grootte > grootste ? new Verdict.Refused(Reden.ANTWOORD_TE_GROOT.code(), 413, "") : lezing.finish();
            uit.bewaar();
        }
        return switch (oordeel) {
            case Verdict.Refused(String code, int status, String detail) ->
                new Antwoord.Onecht(bestand, code, status == 503);
            case Verdict.Verified echt
            when !echt.oin().equals(leverancier.oin().value()) ->
                new Antwoord.Onecht(bestand, "identiteit-afwijking", false);
            case Verdict.Verified echt -> bekijk(echt, grootte, pagina, bestand);
        };
    }

    private Antwoord bekijk(Verdict.Verified echt, long grootte, int pagina, String bestand) throws IOException {
        Bron inhoud = bewijs.inhoud(bestand);
        Antwoordkop kop;
        try {
            kop = Antwoordkop.lees(inhoud, pagina == 1);
        } catch (IOException onleesbaar) {
            throw new OpslagStuk(onleesbaar);
        }
        Verdict nogEens = kop.aangeleverd().map(echt::notSignedBefore).orElse(echt);
        return switch (nogEens) {
            case Verdict.Refused(String code, int status, String detail) -> new Antwoord.Onecht(bestand, code, false);
            case Verdict.Verified goed ->
                new Antwoord.Echt(bestand, Optional.empty(), goed, grootte, kop.aangeleverd(), kop.paginas());
        };
    }
}
