// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import nl.ddas.basis.OwnMachine;
import org.junit.jupiter.api.Test;

/// A provider elsewhere whose token names an Inway at an address of this machine.
class LocalInwayTest extends OutwayStage {

    private static final Duration TEN = Duration.ofSeconds(10);

    /// An address of this machine that other machines could call.
    private static Optional<String> outside() throws SocketException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(Inet4Address.class::isInstance)
                .filter(address -> !OwnMachine.has(address))
                .map(InetAddress::getHostAddress)
                .findFirst();
    }

    private Outway outway() {
        // The certificates of these tests are not for the address outside.
        OutwayConfig config = new OutwayConfig("127.0.0.1", 0, false, Map.of(), false, true, TEN, TEN, TEN);
        return outway(config, World.OTHER_CA.tls(World.B));
    }

    @Test
    void isNotCalled() throws Exception {
        Optional<String> outside = outside();
        assumeTrue(outside.isPresent(), "skipped: this machine has no address but its own");
        manager.close();
        managerHost = outside.orElseThrow();
        manager = manager(World.A);
        try (Outway ours = outway()) {
            URI usual = audience;
            for (String host : new String[] {"127.0.0.1", "localhost"}) {
                audience = URI.create("https://" + host + ":" + usual.getPort());
                HttpResponse<String> answer = at(ours, request("/"));
                refused(answer, 502, "ERROR_CODE_ACCESS_TOKEN_INVALID");
                assertThat(answer.body()).contains("aud: ", "an address of this machine");
            }
        }
    }

    @Test
    void isCalledWhenItsManagerIsOnThisMachineToo() throws Exception {
        try (Outway ours = outway()) {
            assertThat(at(ours, request("/")).statusCode()).isEqualTo(200);
        }
    }
}
