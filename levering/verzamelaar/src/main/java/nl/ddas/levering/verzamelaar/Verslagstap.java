// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import nl.ddas.basis.Headers;
import nl.ddas.basis.HttpClient;
import nl.ddas.levering.verzamelaar.Volharding.Afloop;
import nl.ddas.trust.PayloadSigner;

/// Sends the Verwerkingsverslag to its supplier, signed (S78).
final class Verslagstap implements Stap {

    private final Boekhouding boek;
    private final Bewijs bewijs;
    private final HttpClient client;
    private final PayloadSigner ondertekenaar;
    private final Volharding volharding;
    private final Verzoektelling telling;
    private final Melder melder;

    Verslagstap(
            Boekhouding boek,
            Bewijs bewijs,
            HttpClient client,
            PayloadSigner ondertekenaar,
            Volharding volharding,
            Verzoektelling telling,
            Melder melder) {
        this.boek = boek;
        this.bewijs = bewijs;
        this.client = client;
        this.ondertekenaar = ondertekenaar;
        this.volharding = volharding;
        this.telling = telling;
        this.melder = melder;
    }

    @Override
    public Ophaling zet(Ophaling rij, Leverancier leverancier) throws IOException, InterruptedException {
        byte[] verslag;
        try (InputStream in = bewijs.lees(Verslagen.json(rij.verslag().orElseThrow()))) {
            verslag = in.readAllBytes();
        }
        Afloop<Integer> afloop =
                volharding.probeer(() -> stuur(leverancier, verslag), mislukking -> boek.mislukt(rij, mislukking));
        return switch (afloop) {
            case Afloop.Gestopt<Integer>(Mislukking mislukking) -> boek.mislukt(rij, mislukking);
            case Afloop.Klaar<Integer> klaar -> {
                melder.bij(leverancier.naam(), "verslag-bezorgd");
                boolean bruikbaar = rij.uitslag().orElseThrow().bruikbaar();
                yield boek.wijzig(rij, db -> {
                    db.execute("UPDATE ophaling SET verstuurd = ? WHERE id = ?", boek.nu(), rij.id());
                    return boek.naar(db, rij, bruikbaar ? Toestand.VERSTUURD : Toestand.AFGEKEURD);
                });
            }
        };
    }

    private Uitkomst<Integer> stuur(Leverancier leverancier, byte[] verslag) throws IOException {
        Headers headers = leverancier.headers();
        for (Headers.Line regel : ondertekenaar
                .sign(verslag)
                .addTo(Headers.of("Content-Type", "application/json", "Accept", "application/json"))
                .lines()) {
            headers = headers.with(regel.name(), regel.value());
        }
        HttpClient.Call verzoek =
                new HttpClient.Call("POST", leverancier.adres("verwerkingsverslagen"), headers, verslag);
        int status;
        try (HttpClient.Answer antwoord = client.send(verzoek)) {
            antwoord.body().readNBytes(64 * 1024);
            status = antwoord.status();
        } catch (IOException verbroken) {
            telling.tel(leverancier.naam(), "verslag", "geen-verbinding");
            throw verbroken;
        }
        telling.tel(leverancier.naam(), "verslag", status / 100 == 2 ? "bezorgd" : "http-" + status);
        if (status / 100 == 2) {
            return new Uitkomst.Gelukt<>(status);
        }
        boolean later = status == 429 || status >= 500 || status == 408;
        String reden = "verslag-http-" + status;
        return later ? new Uitkomst.Later<>(reden, Optional.empty()) : new Uitkomst.Nooit<>(reden);
    }
}
