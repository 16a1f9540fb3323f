// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import nl.ddas.basis.HttpClient;
import nl.ddas.levering.verkeer.Antwoordkeuring;
import nl.ddas.levering.verzamelaar.Volharding.Afloop;
import nl.ddas.trust.PayloadVerifier.Verdict;

/// Sends the Verwerkingsverslag to its supplier, signed (S78). The supplier has it when a signed answer of it
/// says so: a proxy that says 200 would have us believe that the supplier knows what it does not.
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
                yield boek.verstuurd(rij, bruikbaar ? Toestand.VERSTUURD : Toestand.AFGEKEURD);
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
            telling.tel(leverancier.naam(), "verslag", Reden.GEEN_VERBINDING.code());
            throw verbroken;
        }
    }

    private Uitkomst<Integer> beoordeel(Leverancier leverancier, HttpClient.Answer antwoord, InputStream body)
            throws IOException {
        if (antwoord.status() / 100 != 2 || !Verkeer.isLeesbaar(antwoord)) {
            String reden = geteld(leverancier, verkeer.reden(leverancier, antwoord, body));
            return Antwoordkeuring.kanLater(antwoord.status())
                    ? new Uitkomst.Later<>(reden, verkeer.wacht(antwoord.headers()))
                    : new Uitkomst.Nooit<>(reden);
        }
        Optional<Verdict.Refused> bezwaar = new Antwoordkeuring(
                        verkeer.verificateur(), leverancier.oin().value()::equals)
                .bezwaar(antwoord, body.readNBytes(GROOTSTE_ANTWOORD));
        if (bezwaar.isPresent()) {
            Verdict.Refused onecht = bezwaar.get();
            String reden = geteld(leverancier, onecht.code());
            return onecht.status() == 503 ? new Uitkomst.Later<>(reden, Optional.empty()) : new Uitkomst.Nooit<>(reden);
        }
        telling.tel(leverancier.naam(), "verslag", "bezorgd");
        return new Uitkomst.Gelukt<>(antwoord.status());
    }

    /// Counts why the supplier does not have it.
    ///
    /// @return the reason as the row keeps it
    private String geteld(Leverancier leverancier, String waarom) {
        telling.tel(leverancier.naam(), "verslag", waarom);
        return "verslag-" + waarom;
    }
}
