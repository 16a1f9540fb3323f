// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/// An outgoing connection must not get the port of a database that is about to start.
class DatabasePortTest {

    private static final int SEED = 20_261_122;

    @Test
    void liesBelowThePortsOfOutgoingConnections() throws IOException {
        Random random = new Random(SEED);

        for (int i = 0; i < 200; i++) {
            assertThat(DatabasePort.free(random)).isBetween(DatabasePort.LOWEST, DatabasePort.BEYOND - 1);
        }
        assertThat(DatabasePort.BEYOND).isLessThan(32_768);
    }

    @Test
    void isNotOneOnWhichSomebodyListens() throws IOException {
        int first = DatabasePort.free(new Random(SEED));
        try (ServerSocket _ = new ServerSocket(first, 1, InetAddress.getLoopbackAddress())) {
            // The same row of numbers starts with the port that is taken now.
            RandomGenerator again = new Random(SEED);

            assertThat(DatabasePort.free(again)).isNotEqualTo(first);
        }
    }
}
