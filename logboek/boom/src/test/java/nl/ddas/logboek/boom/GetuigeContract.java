// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.boom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.ddas.testkit.TestClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The rules of a witness, on any store.
abstract class GetuigeContract {

    static final String ORIGIN = "logboek.voorbeeld.nl/1";
    private static final Instant NOW = Instant.parse("2026-11-22T17:00:00Z");

    private final TestClock clock = new TestClock(NOW);
    private final NoteSigner log = NoteSigner.draw(ORIGIN, new SecureRandom());
    private final Proefboom boom = Proefboom.of(300);

    /// An empty store.
    abstract Getuigenstand stand();

    private static NoteSigner key() {
        return NoteSigner.draw("logboek.cbs.voorbeeld.nl/getuige", new SecureRandom());
    }

    private Getuige getuige(Getuigenstand stand) {
        return new Getuige(key(), List.of(log.verifier()), stand, clock);
    }

    private byte[] aanbod(long oud, Proefboom at) throws IOException {
        return new Aanbod(oud, at.bewijs().consistency(oud), note(at)).bytes();
    }

    private SignedNote note(Proefboom at) {
        return log.sign(at.checkpoint(ORIGIN).text());
    }

    @Test
    void signsWhatGoesOnAndTellsTheSizeToWhoIsBehind() throws IOException {
        Getuige getuige = getuige(stand());
        SignedNote first = note(boom);
        assertThat(getuige.add(aanbod(0, boom))).isInstanceOfSatisfying(Getuigeantwoord.Getekend.class, signed -> {
            SignedNote both = first.with(signed.regels());
            assertThat(both.isSignedBy(getuige.verifier())).isTrue();
            assertThat(both.isSignedBy(log.verifier())).isTrue();
        });
        byte[] again = aanbod(300, boom);
        Proefboom larger = Proefboom.of(700);
        assertThat(getuige.add(aanbod(0, larger))).isEqualTo(new Getuigeantwoord.Andere(300));
        assertThat(getuige.add(again)).isInstanceOf(Getuigeantwoord.Getekend.class);
        assertThat(getuige.add(aanbod(300, larger))).isInstanceOf(Getuigeantwoord.Getekend.class);
        assertThat(getuige.add(again)).isEqualTo(new Getuigeantwoord.Andere(700));
    }

    @Test
    void neverSignsTwoRootsOfOneSizeNorATreeThatDoesNotGoOn() throws IOException {
        Getuigenstand stand = stand();
        Getuige getuige = getuige(stand);
        getuige.add(aanbod(0, boom));
        Proefboom fork = Proefboom.of(299);
        fork.add(Proefboom.entry(1));
        assertThat(getuige.add(aanbod(300, fork))).isInstanceOf(Getuigeantwoord.AndereWortel.class);
        fork.add(Proefboom.entry(2));
        assertThat(getuige.add(aanbod(300, fork))).isInstanceOf(Getuigeantwoord.Bewijsfout.class);
        assertThat(stand.last(ORIGIN)).contains(new Getuigenstand.Kop(300, boom.rand.root()));
    }

    @Test
    void refusesStrangersAndOtherKeys() throws IOException {
        Getuige getuige = getuige(stand());
        NoteSigner other = NoteSigner.draw(ORIGIN, new SecureRandom());
        NoteSigner stranger = NoteSigner.draw("vreemd.nl", new SecureRandom());
        byte[] forged =
                new Aanbod(0, List.of(), other.sign(boom.checkpoint(ORIGIN).text())).bytes();
        byte[] strange = new Aanbod(
                        0, List.of(), stranger.sign(boom.checkpoint("vreemd.nl").text()))
                .bytes();
        assertThat(getuige.add(forged)).isInstanceOf(Getuigeantwoord.Ongetekend.class);
        assertThat(getuige.add(strange)).isInstanceOf(Getuigeantwoord.Onbekend.class);
        SignedNote both = note(boom).with(stranger.sign(note(boom).text()).regels());
        assertThat(getuige.add(new Aanbod(0, List.of(), both).bytes()))
                .as("signatures of others do no harm")
                .isInstanceOf(Getuigeantwoord.Getekend.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "old 0\n", "old 00\n\n", "old -1\n\n", "OLD 0\n\n", "old 0\nAAAA\n\n", "old 0\r\n\r\n"})
    void whatIsNoRequestIsNotRead(String begin) {
        String body = begin + note(boom).tekst();
        assertThat(getuige(stand()).add(body.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Getuigeantwoord.Onleesbaar.class);
    }

    @Test
    void anOldSizeAboveTheNewIsNotRead() {
        byte[] back = new Aanbod(301, List.of(), note(boom)).bytes();
        assertThat(getuige(stand()).add(back)).isInstanceOf(Getuigeantwoord.Onleesbaar.class);
    }

    @Test
    void ofManyAtOnceOnlyOneHistoryIsSigned() throws Exception {
        Getuigenstand stand = stand();
        Getuige getuige = getuige(stand);
        List<Proefboom> forks = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            Proefboom fork = Proefboom.of(100 + i / 4);
            fork.add(Proefboom.entry(1000 + i));
            forks.add(fork);
        }
        Map<Long, Hash> signed = new HashMap<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Getuigeantwoord>> answers = new ArrayList<>();
            for (Proefboom fork : forks) {
                answers.add(threads.submit(() -> getuige.add(aanbod(0, fork))));
            }
            for (int i = 0; i < forks.size(); i++) {
                keep(signed, forks.get(i), answers.get(i));
            }
        }
        assertThat(signed).hasSize(1);
        assertThat(stand.last(ORIGIN).orElseThrow().root()).isIn(signed.values());
    }

    private static void keep(Map<Long, Hash> signed, Proefboom fork, Future<Getuigeantwoord> answer)
            throws InterruptedException, ExecutionException {
        if (answer.get() instanceof Getuigeantwoord.Getekend) {
            signed.put(fork.rand.size(), fork.rand.root());
        }
    }
}
