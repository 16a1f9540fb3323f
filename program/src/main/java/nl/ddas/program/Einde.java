// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.util.concurrent.CountDownLatch;

/// Waits until the program is told to stop (Ctrl-C, SIGTERM), and then closes what runs, in order.
final class Einde {

    private Einde() {}

    /// Never returns by itself; the process ends when all is closed.
    static void wacht(AutoCloseable... delen) throws InterruptedException {
        CountDownLatch klaar = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> sluit(delen), "einde"));
        klaar.await();
    }

    private static void sluit(AutoCloseable... delen) {
        for (AutoCloseable deel : delen) {
            try {
                deel.close();
            } catch (Exception stuk) {
                // The rest must still be closed; the process ends anyhow.
                System.err.println("ddas: een onderdeel sloot niet goed af ("
                        + stuk.getClass().getSimpleName() + ")");
            }
        }
    }
}
