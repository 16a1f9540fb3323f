// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.ddas.fsc.model.CertificateThumbprint;
import nl.ddas.testkit.TestClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Inways and Outways that register by one name.
class NamesakesTest {

    private static final Duration BEAT = Duration.ofSeconds(10);
    private static final CertificateThumbprint ONE =
            CertificateThumbprint.of(Members.tls(Members.A).leaf());
    private static final CertificateThumbprint OTHER =
            CertificateThumbprint.of(Members.tls(Members.B).leaf());

    private final TestClock clock = new TestClock(Members.NOW);
    private final MemoryKept kept = new MemoryKept();
    private Registrations registrations = new Registrations(kept, Map.of(), clock);

    private RegisteredInway inway(String host, CertificateThumbprint certificate, String... services) {
        return new RegisteredInway(
                "inway", URI.create("https://" + host + ".test:443"), certificate, Set.of(services), clock.instant());
    }

    private RegisteredOutway outway(char key) {
        return new RegisteredOutway("outway", Character.toString(key).repeat(64), ONE, Set.of(), clock.instant());
    }

    /// As the interface for gateways does.
    private boolean isTaken(RegisteredInway inway) {
        clock.advance(BEAT);
        boolean taken = registrations.taken(inway).isPresent();
        if (!taken) {
            registrations.register(inway);
        }
        return taken;
    }

    private boolean isTaken(RegisteredOutway outway) {
        clock.advance(BEAT);
        boolean taken = registrations.taken(outway).isPresent();
        if (!taken) {
            registrations.register(outway);
        }
        return taken;
    }

    @Test
    void whoRestartsElsewhereOrWithAnotherCertificateOrKeyGetsInAtOnce() {
        assertThat(isTaken(inway("een", ONE, "dienst"))).isFalse();
        assertThat(isTaken(inway("twee", ONE, "dienst"))).isFalse();
        assertThat(isTaken(inway("twee", OTHER, "dienst"))).isFalse();
        assertThat(isTaken(inway("twee", OTHER, "dienst"))).isFalse();
        assertThat(registrations.inway("dienst")).contains(URI.create("https://twee.test:443"));
        assertThat(isTaken(outway('a'))).isFalse();
        assertThat(isTaken(outway('b'))).isFalse();
        assertThat(isTaken(outway('b'))).isFalse();
        assertThat(registrations.note()).isEmpty();
    }

    /// Whoever of the two comes first after it.
    @ParameterizedTest
    @ValueSource(strings = {"een twee", "twee een"})
    void aRestartOfTheManagerGivesTheNameToNobodyElse(String order) {
        assertThat(isTaken(inway("een", ONE, "dienst"))).isFalse();
        assertThat(isTaken(inway("twee", ONE, "dienst"))).isFalse();
        assertThat(isTaken(inway("een", ONE, "dienst"))).isTrue();

        registrations = new Registrations(kept, Map.of(), clock);
        for (int i = 0; i < 20; i++) {
            for (String host : order.split(" ")) {
                assertThat(isTaken(inway(host, ONE, "dienst"))).isEqualTo(host.equals("een"));
            }
        }
        assertThat(registrations.inway("dienst")).contains(URI.create("https://twee.test:443"));
    }

    @Test
    void whoMovedWhileTheManagerRestartedGetsInOnceTheOldPlaceIsSilent() {
        assertThat(isTaken(inway("een", ONE, "dienst"))).isFalse();
        registrations = new Registrations(kept, Map.of(), clock);
        assertThat(isTaken(inway("twee", ONE, "dienst"))).isTrue();
        clock.advance(Registrations.SILENT);
        assertThat(isTaken(inway("twee", ONE, "dienst"))).isFalse();
    }

    /// They come with the settings of the Manager.
    @Test
    void anInwayMayGetAndLoseServices() {
        assertThat(isTaken(inway("een", ONE, "dienst"))).isFalse();
        assertThat(isTaken(inway("een", ONE))).isFalse();
        assertThat(isTaken(inway("een", ONE, "dienst"))).isFalse();
    }

    @Test
    void ofTwoTheOneBeforeIsRefusedAndHealthNamesBoth() {
        assertThat(isTaken(inway("een", ONE, "dienst"))).isFalse();
        assertThat(isTaken(inway("twee", ONE))).isFalse();
        for (int beat = 0; beat < 20; beat++) {
            assertThat(isTaken(inway("een", ONE, "dienst"))).isTrue();
            assertThat(isTaken(inway("twee", ONE))).isFalse();
        }
        assertThat(registrations.inways()).singleElement().matches(inway -> inway.mark()
                .startsWith("https://twee.test:443 "));
        assertThat(registrations.note().orElseThrow())
                .startsWith("twee melden zich als Inway inway, met")
                .containsSubsequence(
                        " https://twee.test:443 (", " en https://een.test:443 (", "die laatste wordt geweigerd")
                .endsWith("geef elk een eigen naam (instelling name)");
    }

    @Test
    void ofTwoOutwaysTheOneBeforeIsRefused() {
        assertThat(isTaken(outway('a'))).isFalse();
        assertThat(isTaken(outway('b'))).isFalse();
        assertThat(isTaken(outway('a'))).isTrue();
        assertThat(registrations.outway("outway"))
                .map(RegisteredOutway::publicKey)
                .contains("b".repeat(64));
        assertThat(registrations.note().orElseThrow())
                .contains("twee melden zich als Outway outway", " bbbb", " en aaaa");
    }

    @Test
    void ofThreeOneHasTheName() {
        for (String host : new String[] {"een", "twee", "drie"}) {
            assertThat(isTaken(inway(host, ONE))).isFalse();
        }
        assertThat(isTaken(inway("een", ONE))).isTrue();
        assertThat(isTaken(inway("twee", ONE))).isTrue();
        assertThat(isTaken(inway("drie", ONE))).isFalse();
    }

    /// As when somebody goes back to the machine or the certificate of before.
    @Test
    void theOneBeforeGetsInWhenTheOtherIsNotHeardOf() {
        assertThat(isTaken(inway("een", ONE))).isFalse();
        assertThat(isTaken(inway("twee", ONE))).isFalse();
        Duration waited = Duration.ZERO;
        while (isTaken(inway("een", ONE))) {
            waited = waited.plus(BEAT);
        }
        assertThat(waited).isLessThan(Registrations.SILENT);
        assertThat(registrations.inways()).singleElement().matches(inway -> inway.mark()
                .startsWith("https://een.test:443 "));
        assertThat(registrations.note()).isEmpty();
    }

    /// An operator removed the other.
    @Test
    void whoIsLeftAloneIsNoNamesakeOfItself() {
        assertThat(isTaken(inway("een", ONE))).isFalse();
        assertThat(isTaken(inway("twee", ONE))).isFalse();
        assertThat(isTaken(inway("een", ONE))).isTrue();
        assertThat(registrations.note()).isPresent();
        assertThat(registrations.remove(Kept.Kind.INWAY, "inway")).isTrue();
        assertThat(isTaken(inway("een", ONE))).isFalse();
        assertThat(registrations.note()).isEmpty();
    }

    @Test
    void anotherNameIsAnother() {
        assertThat(isTaken(inway("een", ONE))).isFalse();
        clock.advance(BEAT);
        RegisteredInway twin =
                new RegisteredInway("twee", URI.create("https://twee.test:443"), ONE, Set.of(), clock.instant());
        registrations.register(twin);
        assertThat(isTaken(inway("een", ONE))).isFalse();
        assertThat(registrations.taken(twin)).isEqualTo(Optional.empty());
    }
}
