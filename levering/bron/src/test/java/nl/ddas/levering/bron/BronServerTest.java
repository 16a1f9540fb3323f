// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import nl.ddas.basis.Tls;
import nl.ddas.basis.TlsEnd;
import nl.ddas.levering.verkeer.Beschikbaarheid;
import nl.ddas.testkit.TestClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How the server starts when something is in the way.
class BronServerTest {

    @TempDir
    private Path map;

    private final Proefstelsel stelsel = Proefstelsel.gedeeld();

    /// What fails last leaves nothing listening: others can have the ports.
    @Test
    void leavesNoPortOpenWhenAConnectionCannotHaveOurKeys() throws IOException {
        BronConfig gewoon = stelsel.config(map, Beschikbaarheid.ALTIJD, 100);
        BronConfig config = new BronConfig(
                gewoon.naam(),
                new BronConfig.Luisteren("127.0.0.1", vrij(), vrij()),
                gewoon.opslag(),
                gewoon.gegevens(),
                gewoon.grenzen(),
                gewoon.probleemBasis(),
                gewoon.toegang());
        BronOnderdelen delen = stelsel.onderdelen(TestClock.at("2026-11-21T09:00:00Z"));
        TlsEnd stuk = new TlsEnd() {
            @Override
            public void renew(Tls tls) {
                throw new IllegalArgumentException("these keys do not fit");
            }

            @Override
            public void closeUntrusted(Tls tls) {}
        };
        BronOnderdelen onderdelen =
                delen.met(new BronOnderdelen.Beslissing(delen.beslissing().punt(), () -> {}, List.of(stuk)));
        assertThatThrownBy(() -> BronServer.start(config, new Proefbron(), onderdelen))
                .hasMessage("these keys do not fit");
        for (int poort : List.of(config.luisteren().poort(), config.luisteren().beheerPoort())) {
            new ServerSocket(poort, 1, InetAddress.getLoopbackAddress()).close();
        }
    }

    /// A number beforehand: a server that does not start tells none. It is somebody else's only if they are quick.
    private static int vrij() throws IOException {
        try (ServerSocket poort = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return poort.getLocalPort();
        }
    }
}
