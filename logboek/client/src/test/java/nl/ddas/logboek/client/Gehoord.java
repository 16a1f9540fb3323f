// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.client;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A listener that remembers.
final class Gehoord implements Luisteraar {

    private final BlockingQueue<String> berichten = new LinkedBlockingQueue<>();
    private final List<String> uitgesteld = new CopyOnWriteArrayList<>();

    @Override
    public void nietVastgelegd(int regels, String reden) {
        berichten.add(regels + " " + reden);
    }

    @Override
    public void uitgesteld(String reden) {
        uitgesteld.add(reden);
    }

    /// What lines waited for, so far.
    List<String> uitgesteld() {
        return List.copyOf(uitgesteld);
    }

    String next() throws InterruptedException {
        String bericht = berichten.poll(30, TimeUnit.SECONDS);
        if (bericht == null) {
            throw new AssertionError("nothing was said");
        }
        return bericht;
    }

    boolean isEmpty() {
        return berichten.isEmpty();
    }
}
