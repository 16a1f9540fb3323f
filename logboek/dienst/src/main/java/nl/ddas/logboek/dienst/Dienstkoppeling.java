// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/// Where parts beside OTLP take hold of a running log: its health, and its commits. Safe for many threads.
public final class Dienstkoppeling {

    private final List<Supplier<Optional<String>>> bezwaren = new CopyOnWriteArrayList<>();
    private final List<Supplier<Optional<String>>> opmerkingen = new CopyOnWriteArrayList<>();
    private final List<Runnable> boekingen = new CopyOnWriteArrayList<>();

    /// @param bezwaar Dutch, what stands in the way of the work; asked each time, empty when all is well
    public void bezwaar(Supplier<Optional<String>> bezwaar) {
        bezwaren.add(bezwaar);
    }

    /// @param opmerking Dutch, what somebody has to look at while the work goes on; asked each time
    public void opmerking(Supplier<Optional<String>> opmerking) {
        opmerkingen.add(opmerking);
    }

    /// @param werk called after each commit of lines, on the thread that stores: it must be quick and never wait
    public void bijBoeking(Runnable werk) {
        boekingen.add(werk);
    }

    /// Lines were committed.
    void geboekt() {
        boekingen.forEach(Runnable::run);
    }

    List<Supplier<Optional<String>>> bezwaren() {
        return List.copyOf(bezwaren);
    }

    List<Supplier<Optional<String>>> opmerkingen() {
        return List.copyOf(opmerkingen);
    }
}
