// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Runs several pieces of work in turn, round after round, so that what slows the machine down slows all of them.
/// Each round starts with another one.
final class Wedloop {

    /// A piece of work.
    @FunctionalInterface
    interface Loper {
        void loop() throws IOException, InterruptedException;
    }

    private final Map<String, Loper> lopers = new LinkedHashMap<>();
    private final int inloop;
    private final int rondes;

    /// @param inloop rounds that are not counted
    /// @param rondes rounds that are
    Wedloop(int inloop, int rondes) {
        this.inloop = inloop;
        this.rondes = rondes;
    }

    Wedloop met(String naam, Loper loper) {
        lopers.put(naam, loper);
        return this;
    }

    Uitslag loop() throws IOException, InterruptedException {
        List<String> namen = List.copyOf(lopers.keySet());
        Map<String, List<Long>> tijden = new LinkedHashMap<>();
        namen.forEach(naam -> tijden.put(naam, new ArrayList<>()));
        for (int ronde = 0; ronde < inloop + rondes; ronde++) {
            for (int i = 0; i < namen.size(); i++) {
                String naam = namen.get((i + ronde) % namen.size());
                long nanos = tijd(naam);
                if (ronde >= inloop) {
                    tijden.getOrDefault(naam, new ArrayList<>()).add(nanos);
                }
            }
        }
        return new Uitslag(tijden);
    }

    private long tijd(String naam) throws IOException, InterruptedException {
        Loper loper = lopers.getOrDefault(naam, () -> {});
        long begin = System.nanoTime();
        loper.loop();
        return System.nanoTime() - begin;
    }
}
