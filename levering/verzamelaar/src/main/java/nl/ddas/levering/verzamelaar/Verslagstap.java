// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import java.io.IOException;
import java.io.InputStream;
import nl.ddas.basis.HttpClient;
import nl.ddas.levering.verzamelaar.Volharding.Afloop;

/// Sends the Verwerkingsverslag to its supplier, signed (S78).
final class Verslagstap implements Stap {

    private static final int GROOTSTE_ANTWOORD = 64 * 1024;

    private final Boekhouding boek;
    private final Bewijs bewijs;
    private final Verkeer verkeer;
    private final Volharding volharding;
    private final Verzoektelling telling;
    private final Melder melder;

    Verslagstap(
            Boekhouding boek,
            Bewijs bewijs,
            Verkeer verkeer,
            Volharding volharding,
            Verzoektelling telling,
            Melder melder) {
        this.boek = boek;
        this.bewijs = bewijs;
        this.verkeer = verkeer;
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
        try {
            return verkeer.post(
                    leverancier,
                    "verwerkingsverslagen",
                    verslag,
                    (antwoord, body) -> beoordeel(leverancier, antwoord, body));
        } catch (TeTraag traag) {
            telling.tel(leverancier.naam(), "verslag", traag.reden());
            throw traag;
        } catch (GeenToken geweigerd) {
            telling.tel(leverancier.naam(), "verslag", geweigerd.reden());
            throw geweigerd;
        } catch (IOException verbroken) {
            telling.tel(leverancier.naam(), "verslag", "geen-verbinding");
            throw verbroken;
        }
    }

    private Uitkomst<Integer> beoordeel(Leverancier leverancier, HttpClient.Answer antwoord, InputStream body)
            throws IOException {
        int status = antwoord.status();
        if (status / 100 == 2) {
            body.readNBytes(GROOTSTE_ANTWOORD);
            telling.tel(leverancier.naam(), "verslag", "bezorgd");
            return new Uitkomst.Gelukt<>(status);
        }
        String waarom = verkeer.reden(antwoord, body);
        telling.tel(leverancier.naam(), "verslag", waarom);
        boolean later = status == 429 || status >= 500 || status == 408;
        String reden = "verslag-" + waarom;
        return later ? new Uitkomst.Later<>(reden, verkeer.wacht(antwoord.headers())) : new Uitkomst.Nooit<>(reden);
    }
}
