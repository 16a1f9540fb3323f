// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.lezen;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;
import java.util.Optional;
import nl.ddas.basis.KeyedHash;

/// Finds persons in a log that knows them by keyed pseudonym only: the same HMAC-SHA-256 over kind and code as the
/// client writes. A test holds the two together, because neither may know the other.
public final class Pseudoniemen {

    /// Without a key: nobody can be found by BSN.
    public static final Pseudoniemen GEEN = new Pseudoniemen(Optional.empty(), "");

    private static final int MIN_SLEUTEL = 32;

    private final Optional<byte[]> sleutel;
    private final String versie;

    private Pseudoniemen(Optional<byte[]> sleutel, String versie) {
        this.sleutel = sleutel;
        this.versie = versie;
    }

    /// @param sleutel the key with which the applications of this log make pseudonyms
    /// @param versie of that key
    /// @throws IllegalArgumentException when the key has fewer than 32 bytes
    public static Pseudoniemen of(byte[] sleutel, String versie) {
        if (sleutel.length < MIN_SLEUTEL) {
            throw new IllegalArgumentException("key of pseudonyms: expected at least 32 bytes");
        }
        return new Pseudoniemen(Optional.of(sleutel.clone()), versie);
    }

    /// What stands in the lines of a person.
    ///
    /// @param code `dpl.core.data_subject_id`
    /// @param type `dpl.core.data_subject_id_type`
    record Pseudoniem(String code, String type) {

        @Override
        public String toString() {
            return "Pseudoniem[" + type + "]";
        }
    }

    /// Empty without a key.
    Optional<Pseudoniem> find(String soort, String code) {
        return sleutel.map(key -> new Pseudoniem(
                HexFormat.of()
                        .formatHex(new KeyedHash(key)
                                .add(soort.getBytes(UTF_8))
                                .add((byte) 0)
                                .add(code.getBytes(UTF_8))
                                .end()),
                "urn:ldv:pseudoniem:hmac-sha256:" + versie + ":" + soort));
    }
}
