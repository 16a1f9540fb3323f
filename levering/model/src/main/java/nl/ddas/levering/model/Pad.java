// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import org.jspecify.annotations.Nullable;

/// Where the walk stands: per open object the name of the current field, per open list the index. Becomes a JSON
/// pointer only when someone asks.
final class Pad {

    static final int DIEPSTE = 64;

    private static final int GEEN = -1;

    private final boolean[] lijst = new boolean[DIEPSTE + 2];
    private final int[] index = new int[DIEPSTE + 2];
    private final @Nullable String[] naam = new @Nullable String[DIEPSTE + 2];
    private int diepte;

    int diepte() {
        return diepte;
    }

    void open(boolean isLijst) {
        diepte++;
        lijst[diepte] = isLijst;
        index[diepte] = GEEN;
        naam[diepte] = null;
    }

    void sluit() {
        diepte--;
    }

    void naam(String veld) {
        naam[diepte] = veld;
    }

    /// From here on the path is that of the open object itself.
    void zonderNaam() {
        naam[diepte] = null;
    }

    /// The name of the current field; empty outside an object.
    String naam() {
        String veld = naam[diepte];
        return veld == null ? "" : veld;
    }

    int volgende() {
        return ++index[diepte];
    }

    /// From here on the path is that of this element of the open list.
    ///
    /// @param nummer from 0
    void element(int nummer) {
        index[diepte] = nummer;
    }

    int aantal() {
        return index[diepte] + 1;
    }

    /// JSON pointer of the current value.
    String pointer() {
        return pointer(0);
    }

    /// The same, below the object at this depth.
    String pointer(int vanaf) {
        StringBuilder pointer = new StringBuilder(64);
        for (int d = vanaf + 1; d <= diepte; d++) {
            String veld = naam[d];
            if (lijst[d] && index[d] >= 0) {
                pointer.append('/').append(index[d]);
            } else if (!lijst[d] && veld != null) {
                pointer.append('/').append(veld.replace("~", "~0").replace("/", "~1"));
            }
        }
        return pointer.toString();
    }
}
