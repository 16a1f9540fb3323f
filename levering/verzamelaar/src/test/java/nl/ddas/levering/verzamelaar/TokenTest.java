// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nl.ddas.basis.Headers;
import nl.ddas.basis.Response;
import nl.ddas.levering.verzamelaar.Leverancier.Tokenbewijs;
import nl.ddas.levering.verzamelaar.VerzamelaarConfig.Goedkeuring;
import nl.ddas.levering.verzamelaar.Verzamelresultaat.PerLeverancier;
import nl.ddas.testkit.Requirement;
import nl.ddas.testkit.TestClock;
import nl.ddas.trust.PayloadSigner;
import nl.ddas.trust.jose.Jwks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Suppliers that want an access token, which they give themselves.
@Requirement({"S42", "S74"})
class TokenTest {

    @RegisterExtension
    static final Proefopstelling op = new Proefopstelling();

    @BeforeEach
    void schoon() {
        op.een.metTokens = true;
    }

    private PerLeverancier verzamel(Leverancier leverancier) throws IOException, InterruptedException {
        Leveranciers lijst = () -> List.of(leverancier);
        try (Verzamelaar verzamelaar =
                op.start(op.config(new Goedkeuring.Direct()), lijst, Clock.systemUTC(), Onderbreker.GEEN)) {
            return Proefopstelling.verzamel(verzamelaar, op.een);
        }
    }

    @Test
    void oneTokenServesAllRequestsAndTheReport() throws Exception {
        PerLeverancier een = verzamel(op.een.leverancier().metToken());
        assertThat(een.status()).isEqualTo("ingelezen");
        assertThat(een.paginas()).isEqualTo(3);
        assertThat(op.een.tokens).hasValue(1);
        assertThat(op.een.verslagen).hasSize(1);
        assertThat(op.een.ontvangenHeaders).hasSize(3).allSatisfy(headers -> assertThat(headers.all("Authorization"))
                .containsExactly("Bearer t1"));
    }

    @Test
    void aTokenThatIsRefusedIsRenewedOnce() throws Exception {
        op.een.gril = (pagina, keer) -> {
            if (pagina == 2 && keer == 2) {
                // As if the key of the supplier was replaced: what was given counts no more.
                op.een.tokens.incrementAndGet();
                return Optional.of(Response.text(401, "text/plain", "geen goed token"));
            }
            return Optional.empty();
        };
        PerLeverancier een = verzamel(op.een.leverancier().metToken());
        assertThat(een.status()).isEqualTo("ingelezen");
        assertThat(op.een.tokens).hasValue(3);
    }

    @Test
    void whoIsRefusedWithAFreshTokenToo() throws Exception {
        op.een.gril = (pagina, keer) -> Optional.of(Response.text(401, "text/plain", "nooit"));
        PerLeverancier een = verzamel(op.een.leverancier().metToken());
        assertThat(een.reden()).contains("http-401");
        assertThat(op.een.tokens).hasValue(2);
        assertThat(op.een.vragen).hasValue(2);
    }

    @Test
    void aSupplierThatWantsNoneGetsNone() throws Exception {
        op.een.metTokens = false;
        assertThat(verzamel(op.een.leverancier()).status()).isEqualTo("ingelezen");
        assertThat(op.een.tokens).hasValue(0);
        assertThat(op.een.ontvangenHeaders).allSatisfy(headers -> assertThat(headers.first("Authorization"))
                .isEmpty());
    }

    @Test
    void encryptedRequestsCarryOneToo() throws Exception {
        Path sleutels = Files.write(
                op.map().resolve("een.json"),
                new Jwks(List.of(new Jwks.Entry(
                                Jwks.Use.ENC, op.een.partij.encryption().chain())))
                        .write());
        PerLeverancier een = verzamel(op.een.versleuteld(sleutels).metToken());
        assertThat(een.status()).isEqualTo("ingelezen");
        assertThat(op.een.ontvangenHeaders).hasSize(3).allSatisfy(headers -> assertThat(headers.first("Authorization"))
                .contains("Bearer t1"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            401 | {"error":"invalid_client"}                                          | token-invalid-client
            400 | {"error":"invalid_scope","error_description":"x"}                   | token-invalid-scope
            400 | {"error":"<script>"}                                                | token-http-400
            404 | niets                                                               | token-http-404
            503 | niets                                                               | token-http-503
            200 | niets                                                               | token-antwoord-onleesbaar
            200 | {"access_token":"a b","token_type":"Bearer","expires_in":300}       | token-antwoord-onleesbaar
            200 | {"access_token":"a","token_type":"mac","expires_in":300}            | token-antwoord-onleesbaar
            """)
    void withoutATokenNothingIsAsked(int status, String inhoud, String reden) throws Exception {
        op.een.tokenAntwoord = Optional.of(Response.text(status, "application/json", inhoud));
        PerLeverancier een = verzamel(op.een.leverancier().metToken());
        assertThat(een.status()).isEqualTo("mislukt");
        assertThat(een.reden()).contains(reden);
        assertThat(op.een.vragen).hasValue(0);
        assertThat(op.tel("telling WHERE uitkomst = '" + reden + "'")).isEqualTo(1);
    }

    private static Tokenhaler haler(Clock klok) {
        return new Tokenhaler(new PayloadSigner(op.stelsel.cbs.signing(), klok).jwt("JWT"), klok, new SecureRandom());
    }

    private static Leverancier metBewijs(Leverancier leverancier, URI uitgever) {
        return leverancier.met(new Leverancier.Token(Tokenbewijs.PRIVATE_KEY_JWT, Optional.of(uitgever)));
    }

    @Test
    @Requirement("S33")
    void aSupplierThatWantsASignedProofGetsOneBesidesTheCertificate() throws Exception {
        op.een.metBewijs = true;
        PerLeverancier een = verzamel(metBewijs(op.een.leverancier(), Proefleverancier.UITGEVER));
        assertThat(een.status()).isEqualTo("ingelezen");
        assertThat(op.een.tokens).hasValue(1);
        assertThat(op.een.tokenvragen).hasSize(1);
    }

    /// Each proof is good once: a new token takes a new one.
    @Test
    void aTokenThatIsRefusedIsRenewedWithAnotherProof() throws Exception {
        op.een.metBewijs = true;
        op.een.gril = (pagina, keer) -> {
            if (pagina == 2 && keer == 2) {
                op.een.tokens.incrementAndGet();
                return Optional.of(Response.text(401, "text/plain", "geen goed token"));
            }
            return Optional.empty();
        };
        PerLeverancier een = verzamel(metBewijs(op.een.leverancier(), Proefleverancier.UITGEVER));
        assertThat(een.status()).isEqualTo("ingelezen");
        assertThat(op.een.tokenvragen).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void aProofIsForTheSupplierByItsOwnNameAndForNobodyElse() throws Exception {
        op.een.metBewijs = true;
        PerLeverancier een = verzamel(metBewijs(op.een.leverancier(), URI.create("https://elders.example")));
        assertThat(een.reden()).contains("token-invalid-client");
        assertThat(op.een.vragen).hasValue(0);
    }

    @Test
    void whoWantsAProofGetsNoTokenOnTheCertificateAlone() throws Exception {
        op.een.metBewijs = true;
        assertThat(verzamel(op.een.leverancier().metToken()).reden()).contains("token-invalid-client");
    }

    @Test
    void withoutAKeyToSignWithNoTokenIsAskedFor() throws Exception {
        Tokenhaler haler = new Tokenhaler(
                () -> {
                    throw new IllegalStateException("the device is away");
                },
                Clock.systemUTC(),
                new SecureRandom());
        try (Verbindingen verbindingen = verbindingen()) {
            assertThatThrownBy(
                            () -> haler.voor(metBewijs(op.een.leverancier(), Proefleverancier.UITGEVER), verbindingen))
                    .isInstanceOfSatisfying(GeenToken.class, geen -> {
                        assertThat(geen.reden()).isEqualTo("token-niet-ondertekend");
                        assertThat(geen.later()).isTrue();
                    });
        }
        assertThat(op.een.tokenvragen).isEmpty();
    }

    private static Verbindingen verbindingen() {
        return Verbindingen.open(
                op.stelsel.network, op.stelsel.ca.tls(op.stelsel.cbs), Duration.ofSeconds(10), Duration.ofSeconds(20));
    }

    @Test
    void aTokenIsKeptUntilShortlyBeforeItsEnd() throws Exception {
        TestClock klok = new TestClock(Clock.systemUTC().instant());
        Tokenhaler haler = haler(klok);
        try (Verbindingen verbindingen = verbindingen()) {
            Leverancier een = op.een.leverancier().metToken();
            assertThat(haler.voor(een, verbindingen)).contains("Bearer t1");
            klok.advance(Duration.ofSeconds(269));
            assertThat(haler.voor(een, verbindingen)).contains("Bearer t1");
            klok.advance(Duration.ofSeconds(1));
            assertThat(haler.voor(een, verbindingen)).contains("Bearer t2");
        }
    }

    /// A gateway may hold several suppliers, told apart by a header: the token of one is nothing to another.
    @Test
    void suppliersBehindOneAddressEachHaveTheirOwnToken() throws Exception {
        Tokenhaler haler = haler(Clock.systemUTC());
        Leverancier een = op.een.leverancier().metToken();
        Leverancier kop = een.met(new Leverancier.Verbinding(
                een.verbinding().url(),
                Headers.of("Gateway-Route", "kop"),
                een.verbinding().token()));
        Leverancier ander = Leverancier.van("ander", een.verbinding().url(), op.stelsel.cbs.oin())
                .metToken();
        try (Verbindingen verbindingen = verbindingen()) {
            assertThat(haler.voor(een, verbindingen)).contains("Bearer t1");
            assertThat(haler.voor(kop, verbindingen)).contains("Bearer t2");
            assertThat(haler.voor(ander, verbindingen)).contains("Bearer t3");
            haler.vergeet(kop);
            assertThat(haler.voor(een, verbindingen)).contains("Bearer t1");
            assertThat(haler.voor(kop, verbindingen)).contains("Bearer t4");
        }
    }

    /// A byte now and then is never silence: the whole answer has a time.
    @Test
    void anAnswerThatDripsInIsGivenUp() throws Exception {
        TestClock klok = new TestClock(Clock.systemUTC().instant());
        byte[] half = "{\"access_token\":\"a\",\"token_type\":\"Bearer\", ".getBytes(StandardCharsets.UTF_8);
        byte[] rest = "\"expires_in\":300}".getBytes(StandardCharsets.UTF_8);
        op.een.tokenAntwoord = Optional.of(new Response(
                200,
                Headers.of("Content-Type", "application/json"),
                new Response.Body.Stream(half.length + rest.length, out -> {
                    out.write(half);
                    out.flush();
                    klok.advance(Duration.ofMinutes(2));
                    out.write(rest);
                })));
        Tokenhaler haler = haler(klok);
        try (Verbindingen verbindingen = verbindingen()) {
            assertThatThrownBy(() -> haler.voor(op.een.leverancier().metToken(), verbindingen))
                    .isInstanceOfSatisfying(
                            TeTraag.class, traag -> assertThat(traag.reden()).isEqualTo("antwoord-duurt-te-lang"));
        }
    }
}
