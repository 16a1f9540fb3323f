// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verkeer;

import java.util.Optional;
import java.util.stream.Stream;
import nl.ddas.basis.JsonReading;
import nl.ddas.basis.JsonValue.JsonObject;

/// What a supplier decides about a Verwerkingsverslag (S79): the body of `POST /v1/verwerkingsverslagen/{id}`.
public enum Besluit {
    GOEDGEKEURD("goedgekeurd"),
    INGETROKKEN("ingetrokken");

    private static final String VELD = "besluit";

    private final String tekst;

    Besluit(String tekst) {
        this.tekst = tekst;
    }

    /// The word on the wire.
    public String tekst() {
        return tekst;
    }

    /// The message that says this, in UTF-8.
    public byte[] bericht() {
        return JsonObject.EMPTY.with(VELD, tekst).toBytes();
    }

    /// Reads such a message; empty for anything else, also when it says more than this.
    public static Optional<Besluit> lees(byte[] bericht) {
        return JsonReading.of(bericht) instanceof JsonReading.Read(JsonObject object)
                        && object.members().size() == 1
                ? object.text(VELD).flatMap(Besluit::vanTekst)
                : Optional.empty();
    }

    private static Optional<Besluit> vanTekst(String tekst) {
        return Stream.of(values())
                .filter(besluit -> besluit.tekst.equals(tekst))
                .findFirst();
    }
}
