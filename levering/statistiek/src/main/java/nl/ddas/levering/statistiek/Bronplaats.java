// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.statistiek;

import java.util.Comparator;

/// Where a delivered traject stands.
///
/// @param bericht the message it stands in; one object for all its trajecten
/// @param levering index in `leveringen`, from 0
/// @param index index in `schuldhulptrajecten`, from 0
public record Bronplaats(Bericht bericht, int levering, int index) implements Comparable<Bronplaats> {
    private static final Comparator<Bronplaats> VOLGORDE = Comparator.comparing(
                    (Bronplaats plaats) -> plaats.bericht.naam)
            .thenComparingInt(plaats -> plaats.bericht.pagina)
            .thenComparingInt(Bronplaats::levering)
            .thenComparingInt(Bronplaats::index);

    /// One message: a file, or a page of a delivery.
    ///
    /// @param naam the file as the user wrote it, or the identification of the delivery; unique in a run
    /// @param pagina page from 1, 0 for a file
    /// @param voorvoegsel what stands before `/leveringen` in a pointer: empty for a file, `/gegevens` for an
    /// answer of the API
    public record Bericht(String naam, int pagina, String voorvoegsel) {
        /// A file that holds the Uitwisselmodel itself.
        public static Bericht bestand(String naam) {
            return new Bericht(naam, 0, "");
        }
    }

    /// JSON pointer in the message.
    public String pointer() {
        return bericht.voorvoegsel + "/leveringen/" + levering + "/schuldhulptrajecten/" + index;
    }

    /// One line that names this place among all others of a run.
    public String id() {
        return bericht.naam + "|" + bericht.pagina + "|" + levering + "|" + index;
    }

    @Override
    public int compareTo(Bronplaats ander) {
        return VOLGORDE.compare(this, ander);
    }
}
