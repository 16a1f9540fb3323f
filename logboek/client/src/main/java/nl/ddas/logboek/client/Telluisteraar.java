// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.client;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/// Counts the lines that are not in the log, for a health page or a figure, and tells another listener. Safe for
/// several threads.
public final class Telluisteraar implements Luisteraar {

    private final Luisteraar verder;
    private final AtomicLong verloren = new AtomicLong();
    private final AtomicReference<String> laatste = new AtomicReference<>("");

    public Telluisteraar(Luisteraar verder) {
        this.verder = verder;
    }

    @Override
    public void nietVastgelegd(int regels, String reden) {
        verloren.addAndGet(regels);
        laatste.set(reden);
        verder.nietVastgelegd(regels, reden);
    }

    @Override
    public void uitgesteld(String reden) {
        laatste.set(reden);
        verder.uitgesteld(reden);
    }

    /// Lines that were lost since the start.
    public long verloren() {
        return verloren.get();
    }

    /// Why a line was lost or had to wait last, in English; empty when that never happened.
    public String laatsteReden() {
        return laatste.get();
    }
}
