// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import nl.ddas.testkit.TestClock;
import nl.ddas.trust.Identity;
import nl.ddas.trust.Pem;
import nl.ddas.trust.Purpose;
import nl.ddas.trust.Recipient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Where the certificates to encrypt to come from.
class RecipientsTest {

    private static final Correspondents THEY = new Correspondents();

    @TempDir
    private Path folder;

    private final TestClock clock = new TestClock(Correspondents.START);

    private Recipients from(CertificateSource source) {
        return new Recipients(Map.of(THEY.bron.oin().value(), source), THEY.authority::trust, clock);
    }

    private static X509Certificate found(Recipient.Outcome outcome) {
        assertThat(outcome).isInstanceOf(Recipient.Outcome.Fit.class);
        return ((Recipient.Outcome.Fit) outcome).recipient().certificate();
    }

    private static byte[] jwks(Identity... identities) {
        return new Jwks(List.of(identities).stream()
                        .map(identity -> new Jwks.Entry(Jwks.Use.ENC, identity.chain()))
                        .toList())
                .write();
    }

    @Test
    void aFileInPemHoldsOneChain() throws Exception {
        Path file = Files.writeString(
                folder.resolve("bron.pem"), Pem.write(THEY.bron.encryption().chain()));
        assertThat(found(from(CertificateSource.file(file)).find(THEY.bron.oin())))
                .isEqualTo(THEY.bron.encryption().leaf());
    }

    @Test
    void ofSeveralKeysTheNewestThatIsFitIsTaken() throws IOException {
        THEY.clock.advance(Duration.ofSeconds(10));
        Identity newer = THEY.authority.issue(Purpose.ENCRYPTION, THEY.bron.holder());
        THEY.clock.advance(Duration.ofSeconds(10));
        Identity revoked = THEY.authority.issue(Purpose.ENCRYPTION, THEY.bron.holder());
        THEY.authority.revoke(revoked.leaf().getSerialNumber());
        clock.advance(Duration.ofMinutes(1));
        Path file = Files.write(folder.resolve("bron.json"), jwks(THEY.bron.encryption(), newer, revoked));
        assertThat(found(from(CertificateSource.file(file)).find(THEY.bron.oin())))
                .isEqualTo(newer.leaf());
    }

    @Test
    void keysForSignaturesAreNotEncryptedTo() {
        Jwks both = new Jwks(List.of(
                new Jwks.Entry(Jwks.Use.SIG, THEY.bron.signing().chain()),
                new Jwks.Entry(Jwks.Use.ENC, THEY.bron.encryption().chain())));
        assertThat(found(
                        from(CertificateSource.fetched("x", both::write, clock)).find(THEY.bron.oin())))
                .isEqualTo(THEY.bron.encryption().leaf());
        assertThat(Jwks.read(both.write())).contains(both);
    }

    /// What the party says of a key goes before what its certificate would allow.
    @Test
    void aKeyThatIsSaidToBeForSignaturesIsNotEncryptedTo() {
        Jwks said = new Jwks(
                List.of(new Jwks.Entry(Jwks.Use.SIG, THEY.bron.encryption().chain())));
        assertThat(from(CertificateSource.fetched("x", said::write, clock)).find(THEY.bron.oin()))
                .isInstanceOf(Recipient.Outcome.Unfit.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void aDocumentOf256KilobytesIsReadAndOneByteMoreNot(int more) throws IOException {
        String keys = new String(jwks(THEY.bron.encryption()), StandardCharsets.US_ASCII);
        Path file = Files.writeString(
                folder.resolve("bron.json"), keys + " ".repeat(CertificateSource.MAX_BYTES + more - keys.length()));
        CertificateSource source = CertificateSource.file(file);
        if (more == 0) {
            assertThat(source.chains()).hasSize(1);
        } else {
            assertThatThrownBy(source::chains)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("bron.json is no JWKS");
        }
    }

    @Test
    void whenTheFirstFetchFailsTheNextOneAsksAgainAtOnce() {
        AtomicInteger fetched = new AtomicInteger();
        Recipients recipients = from(CertificateSource.fetched(
                "x",
                () -> {
                    if (fetched.incrementAndGet() == 1) {
                        throw new IOException("not up yet");
                    }
                    return jwks(THEY.bron.encryption());
                },
                clock));
        assertThat(recipients.find(THEY.bron.oin())).isInstanceOf(Recipient.Outcome.Unfit.class);
        assertThat(recipients.find(THEY.bron.oin())).isInstanceOf(Recipient.Outcome.Fit.class);
    }

    @Test
    void whoIsStoppedWhileWaitingForAFetchStaysStopped() {
        CountDownLatch hangs = new CountDownLatch(1);
        CertificateSource source = CertificateSource.fetched(
                "x",
                () -> {
                    awaitUninterruptibly(hangs);
                    return jwks(THEY.bron.encryption());
                },
                clock);
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(source::chains).isInstanceOf(IOException.class).hasMessage("stopped");
        } finally {
            assertThat(Thread.interrupted()).isTrue();
            hangs.countDown();
        }
    }

    @Test
    void anEmptyChainDoesNotStandInTheWayOfAFullOne() {
        CertificateSource source =
                () -> List.of(List.of(), THEY.bron.encryption().chain());
        assertThat(found(from(source).find(THEY.bron.oin())))
                .isEqualTo(THEY.bron.encryption().leaf());
    }

    @Test
    void whenTheOnlyOneIsNotFitItIsSaidWhy() throws IOException {
        Identity revoked = THEY.authority.issue(Purpose.ENCRYPTION, THEY.bron.holder());
        THEY.authority.revoke(revoked.leaf().getSerialNumber());
        Path file = Files.write(folder.resolve("bron.json"), jwks(revoked));
        assertThat(from(CertificateSource.file(file)).find(THEY.bron.oin()))
                .isInstanceOfSatisfying(Recipient.Outcome.Unfit.class, unfit -> assertThat(unfit.detail())
                        .contains("ingetrokken"));
    }

    @Test
    void whatWasFetchedIsKeptForAWhileAndLongerWhenItIsGone() throws InterruptedException {
        AtomicInteger fetched = new AtomicInteger();
        Recipients recipients = from(CertificateSource.fetched(
                "x",
                () -> {
                    if (fetched.incrementAndGet() > 1) {
                        throw new IOException("gone");
                    }
                    return jwks(THEY.bron.encryption());
                },
                clock));
        for (int minutes = 0; minutes < 30; minutes += 3) {
            assertThat(recipients.find(THEY.bron.oin())).isInstanceOf(Recipient.Outcome.Fit.class);
            clock.advance(Duration.ofMinutes(3));
        }
        for (int turn = 0; turn < 1000 && fetched.get() < 2; turn++) {
            boolean _ = new CountDownLatch(1).await(20, TimeUnit.MILLISECONDS);
        }
        assertThat(fetched).hasValueBetween(2, 8);
        clock.advance(Duration.ofHours(24));
        assertThat(recipients.find(THEY.bron.oin())).isInstanceOf(Recipient.Outcome.Unfit.class);
    }

    @Test
    void nobodyWaitsForAFetchWhenThereWasOne() throws InterruptedException {
        CountDownLatch hangs = new CountDownLatch(1);
        CountDownLatch again = new CountDownLatch(1);
        AtomicInteger fetched = new AtomicInteger();
        Recipients recipients = from(CertificateSource.fetched(
                "x",
                () -> {
                    if (fetched.incrementAndGet() == 2) {
                        again.countDown();
                        awaitUninterruptibly(hangs);
                    }
                    return jwks(THEY.bron.encryption());
                },
                clock));
        assertThat(recipients.find(THEY.bron.oin())).isInstanceOf(Recipient.Outcome.Fit.class);
        clock.advance(Duration.ofMinutes(11));
        assertThat(recipients.find(THEY.bron.oin())).isInstanceOf(Recipient.Outcome.Fit.class);
        assertThat(again.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(recipients.find(THEY.bron.oin())).isInstanceOf(Recipient.Outcome.Fit.class);
        assertThat(fetched).hasValue(2);
        hangs.countDown();
    }

    @Test
    @Timeout(60)
    void allWhoComeBeforeTheFirstFetchIsOverWaitForTheSameOne() throws Exception {
        CountDownLatch ends = new CountDownLatch(1);
        AtomicInteger fetched = new AtomicInteger();
        List<List<X509Certificate>> got = new CopyOnWriteArrayList<>();
        CertificateSource source = CertificateSource.fetched(
                "x",
                () -> {
                    fetched.incrementAndGet();
                    awaitUninterruptibly(ends);
                    return jwks(THEY.bron.encryption());
                },
                clock);
        List<Thread> callers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            callers.add(Thread.ofPlatform().daemon().start(() -> {
                try {
                    got.addAll(source.chains());
                } catch (IOException gone) {
                    throw new UncheckedIOException(gone);
                }
            }));
        }
        while (callers.stream().anyMatch(caller -> caller.getState() != Thread.State.TIMED_WAITING)) {
            boolean _ = new CountDownLatch(1).await(20, TimeUnit.MILLISECONDS);
        }
        ends.countDown();
        for (Thread caller : callers) {
            caller.join();
        }
        assertThat(got).hasSize(3).containsOnly(THEY.bron.encryption().chain());
        assertThat(fetched).hasValue(1);
    }

    @Test
    void whoeverWaitsForAFetchThatHangsIsLetGo() {
        CountDownLatch hangs = new CountDownLatch(1);
        CertificateSource source = new CertificateSource.Fetched(
                "x",
                () -> {
                    awaitUninterruptibly(hangs);
                    return jwks(THEY.bron.encryption());
                },
                clock,
                Duration.ofMillis(1));
        assertThatThrownBy(source::chains).isInstanceOf(IOException.class).hasMessageContaining("x did not come");
        hangs.countDown();
    }

    /// Nobody may wait for a fetch that is over, whatever ended it.
    @Test
    @Timeout(60)
    void anErrorWhileFetchingIsTheEndOfThatFetchOnly() throws Exception {
        AtomicInteger fetched = new AtomicInteger();
        CertificateSource source = CertificateSource.fetched(
                "x",
                () -> {
                    if (fetched.incrementAndGet() == 1) {
                        throw new NoClassDefFoundError("a class that is not there");
                    }
                    return jwks(THEY.bron.encryption());
                },
                clock);
        assertThatThrownBy(source::chains).isInstanceOf(IOException.class).hasMessageContaining("not fetched");
        assertThat(source.chains()).containsExactly(THEY.bron.encryption().chain());
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{}", "{\"keys\":[]}", "{\"keys\":{}}", "{\"keys\":[{\"kty\":\"RSA\",\"use\":\"enc\"}]}"})
    void withoutAUsableKeyNobodyIsEncryptedTo(String document) {
        Recipients recipients =
                from(CertificateSource.fetched("x", () -> document.getBytes(StandardCharsets.UTF_8), clock));
        assertThat(recipients.find(THEY.bron.oin())).isInstanceOf(Recipient.Outcome.Unfit.class);
        assertThat(recipients.find(THEY.other.oin())).isInstanceOf(Recipient.Outcome.Unfit.class);
    }

    @Test
    void aKeyWithACertificateThatCannotBeReadIsLeftOut() throws CertificateEncodingException {
        String good =
                Base64.getEncoder().encodeToString(THEY.bron.encryption().leaf().getEncoded());
        String document = "{\"keys\":[{\"use\":\"enc\",\"x5c\":[\"AAAA\"]},{\"use\":\"enc\",\"x5c\":[\"" + good
                + "\"]},{\"use\":\"other\",\"x5c\":[\"" + good + "\"]},7]}";
        assertThat(Jwks.read(document.getBytes(StandardCharsets.UTF_8))
                        .orElseThrow()
                        .keys())
                .singleElement()
                .satisfies(entry -> assertThat(entry.chain())
                        .containsExactly(THEY.bron.encryption().leaf()));
    }
}
