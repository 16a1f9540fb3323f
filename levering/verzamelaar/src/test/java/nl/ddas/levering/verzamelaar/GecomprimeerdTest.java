// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import static nl.ddas.levering.verzamelaar.Proefopstelling.records;
import static nl.ddas.levering.verzamelaar.Proefopstelling.verzamel;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import nl.ddas.basis.Headers;
import nl.ddas.basis.Response;
import nl.ddas.levering.verzamelaar.VerzamelaarConfig.Goedkeuring;
import nl.ddas.levering.verzamelaar.Verzamelresultaat.PerLeverancier;
import nl.ddas.testkit.Requirement;
import nl.ddas.trust.jose.Jwks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Suppliers, or proxies before them, that pack what they send.
@Requirement("S76")
class GecomprimeerdTest {

    @RegisterExtension
    static final Proefopstelling op = new Proefopstelling();

    private static Response ingepakt(Response antwoord, byte[] inhoud) throws IOException {
        ByteArrayOutputStream gepakt = new ByteArrayOutputStream();
        try (GZIPOutputStream uit = new GZIPOutputStream(gepakt)) {
            uit.write(inhoud);
        }
        Headers headers = antwoord.headers().with("Content-Encoding", "gzip");
        return Response.of(antwoord.status(), headers, gepakt.toByteArray());
    }

    private static PerLeverancier haal(Leverancier leverancier) throws IOException, InterruptedException {
        try (Verzamelaar verzamelaar = op.start(
                op.config(new Goedkeuring.Direct()), () -> List.of(leverancier), Clock.systemUTC(), Onderbreker.GEEN)) {
            PerLeverancier een = verzamel(verzamelaar, op.een);
            assertThat(een.status().equals("mislukt"))
                    .isEqualTo(records(verzamelaar).isEmpty());
            return een;
        }
    }

    private static Leverancier versleuteld() throws IOException {
        Jwks document = new Jwks(
                List.of(new Jwks.Entry(Jwks.Use.ENC, op.een.partij.encryption().chain())));
        Path sleutels = Files.write(op.map().resolve("een.json"), document.write());
        return op.een.versleuteld(sleutels);
    }

    @Test
    void aSignedPageIsRefusedAndNothingOfItIsKept() throws Exception {
        op.een.gril = (pagina, keer) ->
                Optional.of(ingepakt(op.een.getekend(op.een.paginas.getFirst()), op.een.paginas.getFirst()));
        assertThat(haal(op.een.leverancier()).reden()).contains("antwoord-gecomprimeerd");
        assertThat(op.een.vragen).hasValue(1);
        assertThat(op.tel("bewijs")).isZero();
        assertThat(op.tel("telling WHERE soort = 'gegevens' AND uitkomst = 'antwoord-gecomprimeerd'"))
                .isEqualTo(1);
    }

    @Test
    void anEncryptedPageIsRefusedAlike() throws Exception {
        op.een.versleutelgril = (pagina, verzoek) -> {
            byte[] antwoord = op.een.versleuteld(pagina, verzoek);
            return ingepakt(Proefleverancier.jose(antwoord), antwoord);
        };
        assertThat(haal(versleuteld()).reden()).contains("antwoord-gecomprimeerd");
        assertThat(op.een.vragen).hasValue(1);
        assertThat(op.tel("bewijs")).isZero();
    }

    /// The bytes are as they were made: what is refused is that they say otherwise.
    @Test
    void aPageThatOnlySaysSoIsRefusedToo() throws Exception {
        op.een.gril = (pagina, keer) -> {
            Response echt = op.een.getekend(op.een.paginas.getFirst());
            return Optional.of(new Response(200, echt.headers().with("Content-Encoding", "br"), echt.body()));
        };
        assertThat(haal(op.een.leverancier()).reden()).contains("antwoord-gecomprimeerd");
    }

    @Test
    void identityIsNoCompression() throws Exception {
        op.een.gril = (pagina, keer) -> {
            Response echt = op.een.getekend(op.een.paginas.get(pagina - 1));
            return Optional.of(new Response(200, echt.headers().with("Content-Encoding", "identity"), echt.body()));
        };
        assertThat(haal(op.een.leverancier()).status()).isEqualTo("ingelezen");
    }

    /// What it says is not read, so that its status decides: another attempt may help.
    @Test
    void aRefusalIsNotUnpackedEither() throws Exception {
        byte[] probleem =
                "{\"type\":\"https://een.example/problemen/buiten-venster\"}".getBytes(StandardCharsets.UTF_8);
        op.een.gril =
                (pagina, keer) -> Optional.of(ingepakt(Response.text(503, "application/problem+json", ""), probleem));
        assertThat(haal(op.een.leverancier()).reden()).contains("antwoord-gecomprimeerd");
        assertThat(op.een.vragen).hasValueGreaterThan(1);
    }

    @Test
    void aTokenIsRefused() throws Exception {
        byte[] token = "{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"expires_in\":300}"
                .getBytes(StandardCharsets.UTF_8);
        op.een.metTokens = true;
        op.een.tokenAntwoord = Optional.of(ingepakt(Response.text(200, "application/json", ""), token));
        assertThat(haal(op.een.leverancier().metToken()).reden()).contains("token-antwoord-gecomprimeerd");
        assertThat(op.een.vragen).hasValue(0);
    }

    @Test
    void aReceiptOfTheReportIsNoReceipt() throws Exception {
        byte[] bewijs = "{}".getBytes(StandardCharsets.UTF_8);
        op.een.verslagAntwoord = Optional.of(ingepakt(op.een.getekend(bewijs), bewijs));
        try (Verzamelaar verzamelaar = op.start(new Goedkeuring.Direct())) {
            assertThat(verzamel(verzamelaar, op.een).reden()).contains("verslag-antwoord-gecomprimeerd");
        }
    }

    @Test
    void everyRequestSaysThatNothingIsToBePacked() throws Exception {
        haal(op.een.leverancier());
        haal(versleuteld());
        assertThat(op.een.ontvangenHeaders).hasSizeGreaterThan(3).allSatisfy(headers -> assertThat(
                        headers.all("Accept-Encoding"))
                .containsExactly("identity"));
    }
}
