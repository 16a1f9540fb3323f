// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.statistiek;

import nl.ddas.levering.model.Geslacht;

/// The first 128 bits of an HMAC-SHA256 over something that identifies: equal things have equal keys, and without the
/// secret nobody gets back. Prints itself masked.
public record Sleutel(long hoog, long laag) implements Comparable<Sleutel> {
    /// Stands for: no key.
    public static final Sleutel GEEN = new Sleutel(0, 0);

    /// Whether there is a key.
    public boolean isBekend() {
        return hoog != 0 || laag != 0;
    }

    /// The key of the same thing together with a sex.
    Sleutel met(Geslacht geslacht) {
        long verschil =
                switch (geslacht) {
                    case MAN -> 0x9E3779B97F4A7C15L;
                    case VROUW -> 0xC2B2AE3D27D4EB4FL;
                    case ONBEKEND, LEEG -> 0x165667B19E3779F9L;
                };
        return new Sleutel(hoog, laag ^ verschil);
    }

    @Override
    public int compareTo(Sleutel ander) {
        int eerst = Long.compareUnsigned(hoog, ander.hoog);
        return eerst != 0 ? eerst : Long.compareUnsigned(laag, ander.laag);
    }

    @Override
    public String toString() {
        return "Sleutel[***]";
    }
}
