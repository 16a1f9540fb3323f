// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import static nl.ddas.fsc.manager.Members.C;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import nl.ddas.basis.JsonValue.JsonArray;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.Network;
import nl.ddas.fsc.model.CertificateThumbprint;
import nl.ddas.testkit.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What a Manager makes of an Inway and an Outway that are heard of no more.
class SilentGatewaysTest {

    private static final String THUMBPRINT =
            CertificateThumbprint.of(Members.tls(C).leaf()).base64url();

    private final TestClock clock = new TestClock(Clock.systemUTC().instant());
    private final Network network = Network.open();
    private final Organisation organisation = new Organisation(network, C, false, List.of(), 200, clock);

    @AfterEach
    void stop() {
        organisation.close();
        network.close();
    }

    private void register() throws IOException {
        JsonObject inway = JsonObject.EMPTY
                .with("address", "https://inway.test:443")
                .with("certificateThumbprint", THUMBPRINT)
                .with("services", JsonArray.ofTexts(List.of("parkeren")));
        JsonObject outway = JsonObject.EMPTY
                .with("publicKeyThumbprint", "a".repeat(64))
                .with("certificateThumbprint", THUMBPRINT)
                .with("domainNames", JsonArray.ofTexts(List.of()));
        assertThat(organisation.register("PUT", "/inways/een", inway).status()).isEqualTo(200);
        assertThat(organisation.register("PUT", "/outways/uit", outway).status())
                .isEqualTo(200);
    }

    private List<Optional<Boolean>> alive(String kind) throws IOException {
        return organisation.look("/" + kind).items(kind).stream()
                .map(gateway -> gateway.bool("alive"))
                .toList();
    }

    @Test
    void theyAreToldOfAndForgottenAtLastAndComeBackAtOnce() throws IOException {
        register();
        assertThat(alive("inways")).containsExactly(Optional.of(true));
        assertThat(alive("outways")).containsExactly(Optional.of(true));

        clock.advance(Registrations.SILENT);
        assertThat(alive("inways")).containsExactly(Optional.of(false));
        assertThat(alive("outways")).containsExactly(Optional.of(false));
        Organisation.Reply ready = organisation.monitor("/health/ready");
        assertThat(ready.status()).isEqualTo(200);
        assertThat(ready.text()).contains("Inway een heeft zich niet gemeld", "Outway uit heeft zich niet gemeld");

        clock.advance(Registrations.OUTWAY_GONE);
        Registrations here = organisation.manager.registrations();
        organisation.contracts.until(
                () -> here.inways().isEmpty() && here.outways().isEmpty());
        assertThat(alive("inways")).isEmpty();
        assertThat(alive("outways")).isEmpty();
        assertThat(organisation.monitor("/health/ready").text()).doesNotContain("niet gemeld");

        register();
        assertThat(here.inway("parkeren")).isPresent();
        assertThat(alive("outways")).containsExactly(Optional.of(true));
    }
}
