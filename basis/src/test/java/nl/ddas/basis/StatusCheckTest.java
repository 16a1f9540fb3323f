// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.security.cert.CertificateException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.ddas.basis.StatusAnswers.Answer;
import nl.ddas.basis.StatusAnswers.Question;
import nl.ddas.testkit.Requirement;
import nl.ddas.testkit.TestClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Lists and answers count as long as they say themselves, also when nothing new ever comes.
@Timeout(60)
class StatusCheckTest {

    private static final Duration IDLE = Duration.ofSeconds(20);

    private final TestClock clock = new TestClock(Clock.systemUTC().instant());
    private final TestAuthority authority = new TestAuthority("authority");
    private final Tls caller = authority.issue("caller", "EC");
    private final Answers answers = new Answers();

    StatusCheckTest() throws Exception {}

    /// What one issuer said, and what it was asked.
    private static final class Answers implements StatusAnswers.Source {
        private volatile Optional<Answer> said = Optional.empty();
        private final List<Question> asked = new CopyOnWriteArrayList<>();

        @Override
        public Optional<Answer> to(Question question) {
            return said;
        }

        @Override
        public void ask(Question question) {
            asked.add(question);
        }
    }

    private StatusAnswers snapshot() {
        return new StatusAnswers(Set.of(), answers);
    }

    private void judge(Revocation revocation) throws CertificateException {
        Tls tls = new Tls(caller.key(), caller.chain(), caller.anchors(), revocation);
        TlsSetup.judge(tls).checkClientTrusted(caller.chain().toArray(X509Certificate[]::new), "UNKNOWN");
    }

    /// Java alone goes on with it for a quarter of an hour; and these tests advance a clock that Java does not see.
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aListCountsUntilItsNextUpdateAndNoSecondLonger(boolean asked) throws Exception {
        X509CRL list = authority.revoke();
        Revocation revocation = new Revocation.Checked(List.of(list), asked ? snapshot() : StatusAnswers.NONE, clock);
        Instant end = list.getNextUpdate().toInstant();

        clock.advance(Duration.between(clock.instant(), end));
        assertThatCode(() -> judge(revocation)).doesNotThrowAnyException();
        clock.advance(Duration.ofSeconds(1));
        assertThatThrownBy(() -> judge(revocation)).isInstanceOf(CertificateException.class);
        assertThat(answers.asked).hasSize(asked ? 1 : 0);
    }

    @Test
    void aListThatHasEndedStillRevokes() throws Exception {
        Revocation revocation = new Revocation.Checked(List.of(authority.revoke(caller)), snapshot(), clock);
        answers.said = Optional.of(new Answer(false, clock.instant().plus(Duration.ofDays(9))));
        clock.advance(Duration.ofDays(3));
        assertThatThrownBy(() -> judge(revocation)).isInstanceOf(CertificateException.class);
    }

    /// Beside it a list is in force that does not have it: one that comes out less often.
    @Test
    void anAnswerThatHasEndedStillRevokes() throws Exception {
        Revocation revocation = new Revocation.Checked(List.of(authority.revoke()), snapshot(), clock);
        answers.said = Optional.of(new Answer(true, clock.instant().plusSeconds(60)));
        clock.advance(Duration.ofSeconds(60));
        assertThatThrownBy(() -> judge(revocation)).isInstanceOf(CertificateException.class);
        answers.said = Optional.of(new Answer(false, clock.instant()));
        assertThatCode(() -> judge(revocation)).doesNotThrowAnyException();
    }

    @Test
    void aListOfAnotherAuthorityOfTheSameNameSaysNothing() throws Exception {
        TestAuthority namesake = new TestAuthority("authority");
        List<X509CRL> forged = List.of(namesake.revoke(caller), namesake.revoke());

        assertThatThrownBy(() -> judge(new Revocation.Checked(forged, clock))).isInstanceOf(CertificateException.class);
        List<X509CRL> both = new ArrayList<>(forged);
        both.add(authority.revoke());
        assertThatCode(() -> judge(new Revocation.Checked(both, clock))).doesNotThrowAnyException();
        both.add(authority.revoke(caller));
        assertThatThrownBy(() -> judge(new Revocation.Checked(both, clock))).isInstanceOf(CertificateException.class);
    }

    @Test
    void anAnswerIsLookedUpAtTheMomentOfChecking() {
        Revocation revocation = new Revocation.Checked(List.of(), snapshot(), clock);
        assertThatThrownBy(() -> judge(revocation)).isInstanceOf(CertificateException.class);
        assertThat(answers.asked).containsExactly(new Question(caller.chain().getFirst(), authority.root()));

        answers.said = Optional.of(new Answer(false, clock.instant().plusSeconds(60)));
        assertThatCode(() -> judge(revocation)).doesNotThrowAnyException();
        answers.said = Optional.of(new Answer(true, clock.instant().plusSeconds(60)));
        assertThatThrownBy(() -> judge(revocation)).isInstanceOf(CertificateException.class);
    }

    /// Only who is revoked makes a difference: an answer that is renewed need not renew every connection.
    @Test
    void twoSnapshotsAreEqualWhenTheSameAreRevoked() {
        StatusAnswers before = snapshot();
        answers.said = Optional.of(new Answer(false, clock.instant().plusSeconds(60)));
        assertThat(snapshot()).isEqualTo(before);
        Question question = new Question(caller.chain().getFirst(), authority.root());
        assertThat(new StatusAnswers(Set.of(question), answers)).isNotEqualTo(before);
    }

    /// Somebody put a broken file among the anchors, and everything stays as it was; but not the answers.
    @Test
    @Requirement("S37")
    void anAnswerEndsAlsoWhenTheKeyMaterialCanNoLongerBeRead() throws Exception {
        Tls own = authority.issue("server", "EC");
        AtomicBoolean broken = new AtomicBoolean();
        TlsReload reload = new TlsReload(
                () -> {
                    if (broken.get()) {
                        throw new IllegalStateException("an anchor cannot be read");
                    }
                    return new Tls(
                            own.key(),
                            own.chain(),
                            own.anchors(),
                            new Revocation.Checked(List.of(), snapshot(), clock));
                },
                clock,
                Duration.ZERO);
        answers.said = Optional.of(new Answer(false, clock.instant().plusSeconds(60)));
        HttpServer.Config config = new HttpServer.Config("127.0.0.1", 0, Optional.of(reload.now()), 1000, IDLE);
        try (Network network = Network.open();
                HttpServer server =
                        HttpServer.start(network, config, request -> Response.text(200, "text/plain", "ok"))) {
            reload.attach(server);
            broken.set(true);
            assertThat(reload.reload()).isInstanceOf(TlsReload.Outcome.Failed.class);
            assertThat(status(network, server)).isEqualTo(200);

            clock.advance(Duration.ofSeconds(60));
            assertThat(reload.tick()).containsInstanceOf(TlsReload.Outcome.Failed.class);
            assertThatThrownBy(() -> status(network, server)).isInstanceOf(IOException.class);
        }
    }

    /// On a connection of its own.
    private int status(Network network, HttpServer server) throws IOException {
        URI uri = URI.create("https://127.0.0.1:" + server.port() + "/");
        try (HttpClient client = HttpClient.open(network, new HttpClient.Config(Optional.of(caller), IDLE, IDLE));
                HttpClient.Answer answer = client.send(new HttpClient.Call("GET", uri, Headers.NONE, new byte[0]))) {
            return answer.status();
        }
    }
}
