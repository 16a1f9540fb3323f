// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import nl.ddas.basis.Headers;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.Request;
import nl.ddas.fsc.model.AccessToken;
import nl.ddas.fsc.model.CertificateThumbprint;
import nl.ddas.fsc.model.GrantHash;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.levering.verkeer.Afzender;
import nl.ddas.trust.AuthorityFolder;
import nl.ddas.trust.Environment;
import nl.ddas.trust.KeyMaker;
import nl.ddas.trust.Oin;
import nl.ddas.trust.Party;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whose word about the caller is taken.
class AchterInwayTest {

    private static final Oin EIGEN = new Oin("00000099000000003000");
    private static final Oin CBS = new Oin("00000099000000001000");
    private static final String GEVER = "00000099000000002000";
    private static final String TRANSACTIE = "019a0000-0000-7000-8000-000000000001";

    @TempDir
    private static Path map;

    private static List<Party> partijen = List.of();

    private final AchterInway bepaling = new AchterInway(EIGEN);

    @BeforeAll
    static void certificates() throws IOException {
        AuthorityFolder ca =
                AuthorityFolder.open(map, Environment.DEMO, new KeyMaker(2048, new SecureRandom()), Clock.systemUTC());
        partijen = List.of(ca.party("inway", EIGEN, List.of("inway")), ca.party("CBS", CBS, List.of("cbs")));
    }

    private static String token() {
        Instant nu = Clock.systemUTC().instant();
        AccessToken token = new AccessToken(
                new GrantHash("$1$3$" + "A".repeat(86)),
                "groep",
                new PeerId(CBS.value()),
                new PeerId(EIGEN.value()),
                "dienst",
                URI.create("https://inway.example:8443"),
                nu,
                nu.plus(Duration.ofMinutes(5)),
                CertificateThumbprint.of(partijen.getFirst().tls().leaf()),
                Optional.of(new PeerId(GEVER)),
                Optional.empty(),
                Optional.empty(),
                JsonObject.EMPTY);
        String kop = "{\"alg\":\"RS256\",\"x5t#S256\":\"" + token.boundTo().base64url() + "\"}";
        return deel(kop.getBytes(StandardCharsets.UTF_8)) + "."
                + deel(token.toJson().toBytes()) + "." + deel(new byte[256]);
    }

    private static String deel(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private Optional<Afzender> bepaal(Party beller, Headers headers) {
        return bepaling.bepaal(new Request(
                "POST", "/v1/gegevens", headers, List.of(beller.tls().leaf()), InputStream.nullInputStream()));
    }

    private static Headers metToken() {
        return Headers.of("Fsc-Authorization", "Bearer " + token(), "Fsc-Transaction-Id", TRANSACTIE);
    }

    @Test
    void theInwayTellsWhoCallsAndForWhom() {
        assertThat(bepaal(partijen.getFirst(), metToken()))
                .contains(new Afzender(
                        CBS.value(),
                        Optional.of(GEVER),
                        Optional.of(TRANSACTIE),
                        Optional.of(CertificateThumbprint.of(
                                        partijen.getFirst().tls().leaf())
                                .base64url())));
    }

    @Test
    void aTokenFromAnybodyElseSaysNothing() {
        assertThat(bepaal(partijen.getLast(), metToken()))
                .contains(new Afzender(CBS.value(), Optional.empty(), Optional.empty()));
    }

    @Test
    void theInwayItselfIsNobody() {
        assertThat(bepaal(partijen.getFirst(), Headers.NONE)).isEmpty();
        assertThat(bepaal(partijen.getFirst(), Headers.of("Fsc-Authorization", "Bearer nonsense")))
                .isEmpty();
        assertThat(bepaal(partijen.getFirst(), Headers.of("Fsc-Authorization", "Basic " + token())))
                .isEmpty();
    }
}
