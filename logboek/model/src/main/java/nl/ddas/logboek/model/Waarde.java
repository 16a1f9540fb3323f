// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.model;

import java.util.Comparator;
import java.util.List;

/// The value of an attribute: what OTLP's `AnyValue` can hold. LDV itself wants [Tekst] or [Lijst] (EXT-20).
public sealed interface Waarde {

    /// A text. Its `toString` shows nothing, because it may hold a person.
    record Tekst(String tekst) implements Waarde {
        @Override
        public String toString() {
            return "Tekst[" + tekst.length() + " chars]";
        }
    }

    /// A whole number.
    record Geheel(long getal) implements Waarde {
        @Override
        public String toString() {
            return "Geheel[]";
        }
    }

    /// A floating-point number; all not-a-numbers are the same one.
    record Breuk(double getal) implements Waarde {
        public Breuk {
            getal = Double.isNaN(getal) ? Double.NaN : getal;
        }

        @Override
        public String toString() {
            return "Breuk[]";
        }
    }

    /// True or false.
    record Vlag(boolean waar) implements Waarde {}

    /// Bytes.
    record Bytes(Octetten bytes) implements Waarde {
        @Override
        public String toString() {
            return "Bytes[" + bytes.length() + "]";
        }
    }

    /// Values in an order that counts.
    record Lijst(List<Waarde> waarden) implements Waarde {
        public Lijst {
            waarden = List.copyOf(waarden);
        }
    }

    /// Named values; as they came in the order and double names still stand, in a [Logregel] they do not.
    record Groep(List<Attribuut> attributen) implements Waarde {
        public Groep {
            attributen = List.copyOf(attributen);
        }
    }

    /// No value: allowed on the wire.
    record Leeg() implements Waarde {}

    /// The same value with each group in the order of its names, so that two of the same are equal.
    default Waarde ordered() {
        return switch (this) {
            case Tekst _, Geheel _, Breuk _, Vlag _, Bytes _, Leeg _ -> this;
            case Lijst(List<Waarde> waarden) ->
                new Lijst(waarden.stream().map(Waarde::ordered).toList());
            case Groep(List<Attribuut> attributen) ->
                new Groep(attributen.stream()
                        .map(Attribuut::ordered)
                        .sorted(Comparator.comparing(Attribuut::sleutel))
                        .toList());
        };
    }
}
