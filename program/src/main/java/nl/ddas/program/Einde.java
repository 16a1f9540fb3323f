// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;

/// Waits until the program is told to stop (Ctrl-C, SIGTERM), and then closes what runs, in order.
final class Einde {

    /// Something that must be closed.
    @FunctionalInterface
    interface Sluiting {
        void sluit() throws IOException;
    }

    private Einde() {}

    /// Never returns by itself; the process ends when all is closed.
    ///
    /// @throws InterruptedException when the thread is interrupted: then nothing is closed, that is for the caller
    static void wacht(Sluiting... delen) throws InterruptedException {
        CountDownLatch klaar = new CountDownLatch(1);
        Thread einde = new Thread(() -> sluit(delen), "einde");
        Runtime.getRuntime().addShutdownHook(einde);
        try {
            klaar.await();
        } finally {
            vergeet(einde);
        }
    }

    private static void vergeet(Thread einde) {
        try {
            Runtime.getRuntime().removeShutdownHook(einde);
        } catch (IllegalStateException alBezig) {
            // The process ends: what is closed twice does not mind.
        }
    }

    private static void sluit(Sluiting... delen) {
        for (Sluiting deel : delen) {
            try {
                deel.sluit();
            } catch (IOException | RuntimeException stuk) {
                // The rest must still be closed; the process ends anyhow.
                System.err.println("ddas: een onderdeel sloot niet goed af ("
                        + stuk.getClass().getSimpleName() + ")");
            }
        }
    }
}
