// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.extensie;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A piece of YAML with its place. What an alias points at is the same object again, so [#omvang] can be far larger
/// than the file; the reader refuses that.
sealed interface Knoop {

    Plek plek();

    /// Number of nodes in here when every alias is written out.
    int omvang();

    /// One value.
    ///
    /// @param kaal whether it stands without quotes, so that `null` means nothing
    record Tekst(String waarde, boolean kaal, Plek plek) implements Knoop {
        @Override
        public int omvang() {
            return 1;
        }

        /// Whether nothing is written here.
        boolean isNiets() {
            return kaal && (waarde.isEmpty() || waarde.equals("~") || waarde.equals("null"));
        }
    }

    /// A list.
    record Lijst(List<Knoop> items, int omvang, Plek plek) implements Knoop {
        public Lijst {
            items = List.copyOf(items);
        }
    }

    /// Names with values, in the order of the file.
    record Kaart(Map<String, Lid> leden, int omvang, Plek plek) implements Knoop {

        static final Kaart LEEG = new Kaart(Map.of(), 1, Plek.GEEN);

        public Kaart {
            leden = Collections.unmodifiableMap(new LinkedHashMap<>(leden));
        }
    }

    /// @param plek where the name stands
    record Lid(Plek plek, Knoop waarde) {}
}
