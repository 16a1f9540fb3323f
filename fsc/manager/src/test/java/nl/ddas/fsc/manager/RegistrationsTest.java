// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.fsc.model.CertificateThumbprint;
import nl.ddas.fsc.model.Protocol;
import nl.ddas.testkit.TestClock;
import org.junit.jupiter.api.Test;

class RegistrationsTest {

    private static final CertificateThumbprint THUMBPRINT =
            CertificateThumbprint.of(Members.tls(Members.A).leaf());

    private final TestClock clock = new TestClock(Members.NOW);
    private final MemoryKept kept = new MemoryKept();

    private Registrations registrations() {
        return new Registrations(kept, Map.of("vast", URI.create("https://vast.test:443")), clock);
    }

    private RegisteredInway inway(String name, String... services) {
        return new RegisteredInway(
                name, URI.create("https://" + name + ".test:443"), THUMBPRINT, Set.of(services), clock.instant());
    }

    @Test
    void theInwayThatWasSeenLastCounts() {
        Registrations registrations = registrations();
        registrations.register(inway("een", "dienst"));
        clock.advance(Duration.ofSeconds(1));
        registrations.register(inway("twee", "dienst"));
        assertThat(registrations.inway("dienst")).contains(URI.create("https://twee.test:443"));
    }

    @Test
    void anInwayThatStaysSilentCountsNoMore() {
        Registrations registrations = registrations();
        registrations.register(inway("een", "dienst", "vast"));
        assertThat(registrations.inway("vast")).contains(URI.create("https://een.test:443"));
        clock.advance(Registrations.SILENT);
        assertThat(registrations.inway("dienst")).isEmpty();
        assertThat(registrations.inway("vast")).contains(URI.create("https://vast.test:443"));
    }

    private RegisteredOutway outway(char key) {
        return new RegisteredOutway("uit", Character.toString(key).repeat(64), THUMBPRINT, Set.of(), clock.instant());
    }

    @Test
    void healthNotesWhoStaysSilent() {
        Registrations registrations = registrations();
        registrations.register(inway("een", "dienst"));
        registrations.register(outway('a'));
        clock.advance(Registrations.SILENT.minusSeconds(1));
        registrations.register(inway("twee", "dienst"));
        assertThat(registrations.note()).isEmpty();
        clock.advance(Duration.ofSeconds(1));
        assertThat(registrations.note().orElseThrow())
                .contains("Inway een", "inway-verwijderen", "Outway uit", "outway-verwijderen", "sinds 20")
                .doesNotContain("twee");
        registrations.register(outway('a'));
        assertThat(registrations.remove(Kept.Kind.INWAY, "een")).isTrue();
        assertThat(registrations.note()).isEmpty();
    }

    @Test
    void whoStaysSilentForLongIsForgottenAndCountsAtOnceWhenItComesBack() {
        Registrations registrations = registrations();
        registrations.register(inway("een", "dienst"));
        registrations.register(outway('a'));
        clock.advance(Registrations.INWAY_GONE.minusSeconds(1));
        assertThat(registrations.forgetGone()).isEmpty();
        clock.advance(Duration.ofSeconds(1));
        assertThat(registrations.forgetGone()).containsExactly("een");
        clock.advance(Registrations.OUTWAY_GONE.minus(Registrations.INWAY_GONE).minusSeconds(1));
        assertThat(registrations.forgetGone()).isEmpty();
        registrations.register(inway("twee"));
        clock.advance(Duration.ofSeconds(1));
        assertThat(registrations.forgetGone()).containsExactly("uit");
        assertThat(registrations.inways()).extracting(RegisteredInway::name).containsExactly("twee");
        assertThat(registrations.outways()).isEmpty();
        assertThat(registrations().inways()).as("after a restart too").hasSize(1);
        assertThat(registrations().outways()).isEmpty();
        registrations.register(inway("een", "dienst"));
        assertThat(registrations.inway("dienst")).contains(URI.create("https://een.test:443"));
        assertThat(registrations.forgetGone()).isEmpty();
    }

    /// While the Manager was off nobody could register.
    @Test
    void whoWasSilentWhileTheManagerWasOffGetsTimeToRegister() {
        registrations().register(inway("een", "dienst"));
        clock.advance(Registrations.INWAY_GONE.plusDays(1));
        Registrations later = registrations();
        assertThat(later.forgetGone()).isEmpty();
        assertThat(later.note()).isEmpty();
        clock.advance(Registrations.SILENT);
        assertThat(later.forgetGone()).containsExactly("een");
    }

    /// Contracts name keys that it had, and nobody may have looked at it for half a year.
    @Test
    void anOutwayThatRunsTwiceAYearKeepsItsEarlierKeys() {
        Registrations registrations = registrations();
        registrations.register(outway('a'));
        registrations.register(outway('b'));
        clock.advance(Duration.ofDays(184));
        assertThat(registrations.forgetGone()).isEmpty();
        registrations.register(outway('c'));
        assertThat(registrations.outway("uit").orElseThrow().earlier()).containsExactly("a".repeat(64), "b".repeat(64));
    }

    @Test
    void theKeysThatAnOutwayHadAreRememberedOverARestart() {
        Registrations registrations = registrations();
        for (char key : List.of('a', 'a', 'b', 'c', 'b')) {
            registrations.register(outway(key));
        }
        assertThat(registrations.outway("uit").orElseThrow().earlier()).containsExactly("a".repeat(64), "c".repeat(64));
        assertThat(registrations().outway("uit")).isEqualTo(registrations.outway("uit"));
        assertThat(registrations.outway("uit").orElseThrow().sameAs(outway('b')))
                .as("what it registers itself says nothing of the past")
                .isTrue();
        assertThat(registrations.outway("uit").orElseThrow().sameAs(outway('a')))
                .isFalse();
    }

    @Test
    void whatIsRegisteredSurvivesARestart() {
        registrations().register(inway("een", "dienst"));
        registrations()
                .register(new RegisteredOutway("uit", "a".repeat(64), THUMBPRINT, Set.of("x.test"), Members.NOW));
        OwnService service = new OwnService(
                "dienst",
                URI.create("http://127.0.0.1:8080/pad"),
                Protocol.HTTP_2,
                false,
                5,
                true,
                Optional.of(JsonObject.EMPTY.with("ref", "x")));
        registrations().put(service);
        clock.advance(Duration.ofHours(1));

        Registrations later = registrations();

        assertThat(later.inways()).containsExactly(later.inways().getFirst());
        assertThat(later.inway("dienst")).contains(URI.create("https://een.test:443"));
        assertThat(later.outway("uit").orElseThrow().domains()).containsExactly("x.test");
        assertThat(later.services()).containsExactly(service);
        clock.advance(Registrations.SILENT);
        assertThat(later.inway("dienst")).isEmpty();
    }

    @Test
    void aServiceThatIsSwitchedOffIsNotOffered() {
        Registrations registrations = registrations();
        registrations.register(inway("een", "dienst"));
        registrations.put(OwnService.read(
                "dienst",
                JsonObject.EMPTY.with("endpoint", "http://127.0.0.1:1").with("enabled", false)));
        assertThat(registrations.inway("dienst")).isEmpty();
        assertThat(registrations.remove(Kept.Kind.SERVICE, "dienst")).isTrue();
        assertThat(registrations.remove(Kept.Kind.SERVICE, "dienst")).isFalse();
        assertThat(registrations.inway("dienst")).isPresent();
        assertThat(registrations().services()).isEmpty();
    }

    @Test
    void removesOnlyWhatIsItsOwn() {
        kept.put(Kept.Kind.SELF, "address", JsonObject.EMPTY);
        assertThatThrownBy(() -> registrations().remove(Kept.Kind.SELF, "address"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(kept.all(Kept.Kind.SELF)).hasSize(1);
    }

    @Test
    void aServiceHasAnEndpointThatCanBeReached() {
        for (String wrong : new String[] {"ftp://x", "http://x/?q=1", "onzin", "http://u:p@x/"}) {
            assertThatThrownBy(() -> OwnService.read("dienst", JsonObject.EMPTY.with("endpoint", wrong)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
