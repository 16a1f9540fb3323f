// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.authority;

import static nl.ddas.authority.Stage.done;
import static nl.ddas.authority.Stage.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CRLReason;
import java.security.cert.X509CRL;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import nl.ddas.basis.Issuance;
import nl.ddas.testkit.TestClock;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What counts no more, and whether everybody hears of it.
class RevocationTest {

    private static final Instant BEGIN = Instant.parse("2026-03-02T09:00:00Z");
    private static final Stage STAGE = new Stage(BEGIN);

    @TempDir
    static Path begun;

    @TempDir
    Path place;

    private final TestClock clock = new TestClock(BEGIN);
    private Path folder = Path.of("");
    private CaSecrets secrets = Stage.secrets(Path.of(""));
    private OwnAuthority authority;

    @BeforeAll
    static void beginOnce() throws IOException {
        OwnAuthority _ = STAGE.begun(begun.resolve("ca"), CaSignature.PSS_SHA512, new TestClock(BEGIN));
    }

    @BeforeEach
    void begin() throws IOException {
        folder = place.resolve("ca");
        secrets = Stage.secrets(folder);
        authority = Stage.copied(begun.resolve("ca"), folder, clock);
    }

    /// Who has the key has every certificate for it.
    @Test
    void aKeyThatLeakedTakesEveryCertificateForItAlong() throws Exception {
        long first = issued(STAGE.wijk);
        long again = done(authority.renew(first, List.of(), Stage.PROOF, STAGE.anna));
        done(authority.approve(again, STAGE.bram, secrets));
        Issued tls = authority.register().of(again).getFirst();
        long early = done(authority.revoke(List.of(tls.serial()), RevocationReason.KEY_COMPROMISE, STAGE.anna));
        done(authority.approve(done(authority.renew(first, List.of(), Stage.PROOF, STAGE.anna)), STAGE.bram, secrets));
        assertThat(refused(authority.approve(early, STAGE.bram, secrets)))
                .contains("gelden ook certificaten die hier niet bij staan", "opnieuw voor");

        long late = done(authority.revoke(List.of(tls.serial()), RevocationReason.KEY_COMPROMISE, STAGE.anna));
        done(authority.approve(late, STAGE.bram, secrets));

        assertThat(authority.register().valid(clock.instant())).hasSize(6).noneMatch(one -> one.certificate()
                .getPublicKey()
                .equals(tls.certificate().getPublicKey()));
        assertThat(list().getRevokedCertificates()).hasSize(3);
    }

    @Test
    void aKeyMayProveToHaveLeakedAfterItsCertificateWasReplaced() throws Exception {
        long id = issued(STAGE.wijk);
        Issued tls = authority.register().of(id).getFirst();
        long replaced = done(authority.revoke(List.of(tls.serial()), RevocationReason.SUPERSEDED, STAGE.anna));
        done(authority.approve(replaced, STAGE.bram, secrets));
        Instant then = clock.instant();
        clock.advance(Duration.ofDays(1));

        long leaked = done(authority.revoke(List.of(tls.serial()), RevocationReason.KEY_COMPROMISE, STAGE.anna));
        done(authority.approve(leaked, STAGE.bram, secrets));

        assertThat(refused(authority.renew(id, List.of(), Stage.PROOF, STAGE.anna)))
                .contains("gelekt");
        assertThat(authority.register().find(tls.serial()).flatMap(Issued::revoked))
                .contains(new Revoked(tls.serial(), then, RevocationReason.KEY_COMPROMISE));
        assertThat(list().getRevokedCertificate(tls.serial()).getRevocationReason())
                .isEqualTo(CRLReason.KEY_COMPROMISE);
        assertThat(refused(authority.revoke(List.of(tls.serial()), RevocationReason.SUPERSEDED, STAGE.anna)))
                .contains("al ingetrokken");
    }

    /// Of a bad disk, or of who changed it: nobody waits for a list until somebody has taken it away by hand.
    @ParameterizedTest
    @ValueSource(ints = {0, 20, -1})
    void aListThatIsBrokenIsMadeAgain(int cut) throws Exception {
        Path file = authority.published().resolve("uitgever-1.crl");
        byte[] list = Files.readAllBytes(file);
        list[list.length - 1] ^= 1;
        Files.write(file, cut < 0 ? list : Arrays.copyOf(list, cut));
        clock.advance(Duration.ofSeconds(1));

        assertThat(authority.publish(Stage.withoutRoot(folder), false))
                .hasSize(2)
                .anyMatch(line -> line.startsWith("uitgever-1.crl was stuk"))
                .anyMatch(line -> line.contains(
                        "uitgever-1.crl: nummer " + clock.instant().getEpochSecond()));
        assertThat(Issuance.isBy(authority.register().generations().getFirst().certificate(), list()))
                .isTrue();
    }

    private long issued(PartyRequest request) throws IOException {
        long id = done(authority.request(request, Stage.PROOF, STAGE.anna));
        return done(authority.approve(id, STAGE.bram, secrets));
    }

    private X509CRL list() throws IOException {
        return Stage.list(authority, "uitgever-1");
    }
}
