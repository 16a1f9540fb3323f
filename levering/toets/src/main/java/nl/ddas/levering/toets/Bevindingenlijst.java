// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Keeps findings in their order, any number of them: up to a limit in memory, the rest in temporary files. Can be read
/// again and again. Not safe for several threads at once. To see them together, feed them to
/// [nl.ddas.levering.toets.verslag.Groepering].
public final class Bevindingenlijst implements AutoCloseable {

    /// Receives findings in order.
    @FunctionalInterface
    public interface Lezer {
        /// @throws IOException when what it does with a finding fails; ends the reading
        void bevinding(Bevinding bevinding) throws IOException;
    }

    private final Klad klad;
    private final int limiet;
    private final String naam;
    private final List<String> delen = new ArrayList<>();
    private final List<Bevinding> inGeheugen = new ArrayList<>();
    private final List<String> adviezen = new ArrayList<>();
    private final Map<String, Integer> nummers = new HashMap<>();
    private long aantal;

    /// @param klad where the rest goes; only used beyond the limit
    /// @param naam start of the names of its files, unique in `klad`
    /// @param limiet findings in memory, at least 1
    public Bevindingenlijst(Klad klad, String naam, int limiet) {
        this.klad = klad;
        this.naam = naam;
        this.limiet = limiet;
    }

    /// Adds a finding at the end.
    ///
    /// @throws IOException when the disk refuses
    public void voegToe(Bevinding bevinding) throws IOException {
        if (inGeheugen.size() >= limiet) {
            schrijfDeel();
        }
        inGeheugen.add(bevinding);
        aantal++;
    }

    /// How many there are.
    public long aantal() {
        return aantal;
    }

    /// Hands over all findings, in order.
    ///
    /// @throws IOException when the disk refuses
    public void lees(Lezer lezer) throws IOException {
        for (String deel : delen) {
            try (DataInputStream bestand = new DataInputStream(new BufferedInputStream(klad.lees(deel), 1 << 16))) {
                for (int rest = bestand.readInt(); rest > 0; rest--) {
                    lezer.bevinding(Bevindingcode.lees(bestand, adviezen));
                }
            }
        }
        for (Bevinding bevinding : inGeheugen) {
            lezer.bevinding(bevinding);
        }
    }

    private void schrijfDeel() throws IOException {
        String deel = naam + "-" + delen.size();
        try (DataOutputStream bestand = new DataOutputStream(new BufferedOutputStream(klad.schrijf(deel), 1 << 16))) {
            bestand.writeInt(inGeheugen.size());
            for (Bevinding bevinding : inGeheugen) {
                Bevindingcode.schrijf(bestand, bevinding, nummers.computeIfAbsent(bevinding.advies(), advies -> {
                    adviezen.add(advies);
                    return adviezen.size() - 1;
                }));
            }
        }
        delen.add(deel);
        inGeheugen.clear();
    }

    @Override
    public void close() throws IOException {
        for (String deel : delen) {
            klad.verwijder(deel);
        }
        delen.clear();
        inGeheugen.clear();
    }
}
