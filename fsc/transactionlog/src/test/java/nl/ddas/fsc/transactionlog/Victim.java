// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.transactionlog;

import java.nio.file.Path;
import java.util.concurrent.Semaphore;

/// A process that writes records and tells which were acknowledged, until it is killed.
final class Victim {

    private Victim() {}

    static void main(String[] args) throws Exception {
        Semaphore running = new Semaphore(64);
        SegmentLog.Limits limits = new SegmentLog.Limits(200_000, 10_000, true, 1_000_000);
        try (SegmentLog log = SegmentLog.open(Path.of(args[0]), limits)) {
            for (int n = 0; ; n++) {
                int number = n;
                running.acquire();
                log.append(Records.number(n)).whenComplete((done, failed) -> {
                    if (failed == null) {
                        // One write call a line: a kill cannot leave half a number that looks like another.
                        System.out.print("%09d%n".formatted(number));
                        System.out.flush();
                    }
                    running.release();
                });
            }
        }
    }
}
