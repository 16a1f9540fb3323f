// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import nl.ddas.basis.Headers;
import nl.ddas.basis.HttpClient;
import nl.ddas.levering.verkeer.Inhoudssoort;
import nl.ddas.levering.verkeer.Kopie;
import nl.ddas.trust.PayloadVerifier.Verdict;
import nl.ddas.trust.Recipient;
import nl.ddas.trust.Refusal;
import nl.ddas.trust.jose.NestedJwtReader;
import nl.ddas.trust.jose.NestedJwtWriter;
import nl.ddas.trust.jose.Recipients;

/// Asks for one page in profile `seed-2024-07`: a JWT, signed and then encrypted, and such a JWT back. What
/// comes in is sealed as it is; the page inside is sealed beside it once it was decrypted and its signature is
/// good.
final class Versleuteldverzoek implements Paginavraag {

    /// Most bytes of an answer, a page of some 36 MB: to open it takes two and a half times as much memory.
    static final long GROOTSTE = 64L << 20;

    private static final Headers JOSE = Headers.of("Content-Type", "application/jose", "Accept", "application/jose");

    private final Verkeer verkeer;
    private final Middelen middelen;
    private final Bewijs bewijs;
    private final long grootste;

    /// @param tegelijk shared by all that open answers: each takes memory
    record Middelen(NestedJwtWriter sluiter, NestedJwtReader opener, Recipients ontvangers, Semaphore tegelijk) {}

    /// @param grootste most bytes of one answer, if that is less than [#GROOTSTE]
    Versleuteldverzoek(Verkeer verkeer, Middelen middelen, Bewijs bewijs, long grootste) {
        this.verkeer = verkeer;
        this.middelen = middelen;
        this.bewijs = bewijs;
        this.grootste = Math.min(grootste, GROOTSTE);
    }

    @Override
    public Antwoord vraag(Leverancier leverancier, Vraag vraag, String bestand) throws IOException {
        return switch (middelen.ontvangers().find(leverancier.oin())) {
            case Recipient.Outcome.Unfit(Refusal reden, String _) ->
                new Antwoord.Onverstuurd(
                        "versleuteling-" + reden.code(),
                        reden == Refusal.INTREKKINGSSTATUS_ONBEKEND || reden == Refusal.CERTIFICAAT_ONTBREEKT);
            case Recipient.Outcome.Fit(Recipient ontvanger) -> verstuur(leverancier, ontvanger, vraag, bestand);
        };
    }

    private static byte[] bericht(Vraag vraag) {
        return ("{\"startdatum\":\"" + vraag.periode().start() + "\",\"einddatum\":\""
                        + vraag.periode().eind() + "\"," + vraag.json() + "}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private Antwoord verstuur(Leverancier leverancier, Recipient ontvanger, Vraag vraag, String bestand)
            throws IOException {
        byte[] inhoud = bericht(vraag);
        AtomicReference<String> kenmerk = new AtomicReference<>("");
        return verkeer.verstuur(
                leverancier,
                "gegevens",
                () -> {
                    ByteArrayOutputStream bericht = new ByteArrayOutputStream();
                    kenmerk.set(middelen.sluiter()
                            .to(ontvanger, NestedJwtWriter.REQUEST)
                            .writeTo(bericht, uit -> uit.write(inhoud)));
                    return new Verkeer.Bericht(JOSE, bericht.toByteArray());
                },
                (antwoord, body) -> antwoord.status() == 200 && Verkeer.isLeesbaar(antwoord)
                        ? neem(antwoord, body, new Verwacht(leverancier, kenmerk.get(), vraag.pagina()), bestand)
                        : verkeer.geweigerd(leverancier, antwoord, body));
    }

    /// What the answer must go with.
    private record Verwacht(Leverancier leverancier, String kenmerk, int pagina) {}

    private Antwoord neem(HttpClient.Answer antwoord, InputStream body, Verwacht verwacht, String bestand)
            throws IOException {
        String ontvangen = bestand + "-versleuteld";
        long grootte;
        try (Bewijs.Schrijver uit = bewijs.antwoord(ontvangen, antwoord)) {
            grootte = Kopie.totGrens(body, grootste, uit);
            uit.bewaar();
        }
        if (grootte > grootste) {
            return new Antwoord.Onecht(ontvangen, Reden.ANTWOORD_TE_GROOT.code(), false);
        }
        if (!Inhoudssoort.JOSE.isVan(antwoord.headers())) {
            return new Antwoord.Onecht(ontvangen, Refusal.ENCRYPTIE_VEREIST.code(), false);
        }
        middelen.tegelijk().acquireUninterruptibly();
        try {
            return open(antwoord, lees(ontvangen, (int) grootte), verwacht, new Bestanden(ontvangen, bestand));
        } finally {
            middelen.tegelijk().release();
        }
    }

    private byte[] lees(String ontvangen, int grootte) throws OpslagStuk {
        byte[] bericht = new byte[grootte];
        try (InputStream in = bewijs.inhoud(ontvangen).open()) {
            int gelezen = in.readNBytes(bericht, 0, grootte);
            return gelezen == grootte ? bericht : Arrays.copyOf(bericht, gelezen);
        } catch (IOException onleesbaar) {
            throw new OpslagStuk(onleesbaar);
        }
    }

    /// @param ontvangen what came in
    /// @param pagina where what is in it goes
    private record Bestanden(String ontvangen, String pagina) {}

    private Antwoord open(HttpClient.Answer antwoord, byte[] bericht, Verwacht verwacht, Bestanden namen)
            throws IOException {
        NestedJwtReader.Outcome uitkomst = antwoord.peer().isEmpty()
                ? middelen.opener().read(bericht)
                : middelen.opener().read(bericht, antwoord.peer().getFirst());
        return switch (uitkomst) {
            case NestedJwtReader.Outcome.Refused(Verdict.Refused(String code, int status, String _)) ->
                new Antwoord.Onecht(namen.ontvangen(), code, status == 503);
            case NestedJwtReader.Outcome.Opened geopend
            when !geopend.signature().oin().equals(verwacht.leverancier().oin().value()) ->
                new Antwoord.Onecht(namen.ontvangen(), Refusal.IDENTITEIT_AFWIJKING.code(), false);
            case NestedJwtReader.Outcome.Opened geopend
            when !geopend.answers().equals(Optional.of(verwacht.kenmerk())) ->
                new Antwoord.Onecht(namen.ontvangen(), Reden.ANTWOORD_OP_ANDER_VERZOEK.code(), false);
            case NestedJwtReader.Outcome.Opened geopend -> bewaar(antwoord, geopend, verwacht, namen);
        };
    }

    private Antwoord bewaar(
            HttpClient.Answer antwoord, NestedJwtReader.Outcome.Opened geopend, Verwacht verwacht, Bestanden namen)
            throws IOException {
        NestedJwtReader.Content inhoud = geopend.content();
        int grootte = inhoud.to() - inhoud.from();
        try (Bewijs.Schrijver uit = bewijs.antwoord(namen.pagina(), antwoord)) {
            uit.write(inhoud.payload(), inhoud.from(), grootte);
            uit.bewaar();
        }
        Antwoordkop kop;
        try {
            kop = Antwoordkop.lees(bewijs.inhoud(namen.pagina()), verwacht.pagina() == 1);
        } catch (IOException onleesbaar) {
            throw new OpslagStuk(onleesbaar);
        }
        Verdict oordeel =
                kop.aangeleverd().map(geopend.signature()::notSignedBefore).orElse(geopend.signature());
        return switch (oordeel) {
            case Verdict.Refused(String code, int _, String _) -> new Antwoord.Onecht(namen.ontvangen(), code, false);
            case Verdict.Verified goed ->
                new Antwoord.Echt(
                        namen.pagina(),
                        Optional.of(namen.ontvangen()),
                        goed,
                        grootte,
                        kop.aangeleverd(),
                        kop.paginas());
        };
    }
}
