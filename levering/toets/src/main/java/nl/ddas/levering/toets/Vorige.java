// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.toets;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import nl.ddas.levering.model.Organisatie;

/// What is known of earlier deliveries, for the rules that compare: L-06, L-07 and A-18.
public interface Vorige {

    /// Nothing is known; the rules that compare stay silent.
    Vorige GEEN = new Vorige() {};

    /// Number of trajecten of an organisation in the period before, empty when unknown.
    ///
    /// @param organisatie see [#organisatie(Organisatie)]
    default OptionalLong trajecten(String organisatie) {
        return OptionalLong.empty();
    }

    /// The trajecten of an organisation that still ran in the period before, as [Sleutelaar#traject] gives
    /// them under [#sleutel()].
    default LongStream openTrajecten(String organisatie) {
        return LongStream.empty();
    }

    /// The lasting key under which the open trajecten were kept, at least 32 bytes; empty when none were.
    default Optional<byte[]> sleutel() {
        return Optional.empty();
    }

    /// When the same content was accepted before, empty when it was not.
    ///
    /// @param inhoud as given to [ToetsOntvanger#inhoud(byte\[\])]
    default Optional<Instant> eerderAangeleverd(byte[] inhoud) {
        return Optional.empty();
    }

    /// What makes two organisations the same: KvK-nummer, else gemeentecode, else name.
    static String organisatie(Organisatie organisatie) {
        if (organisatie.kvkNummer().filter(kvk -> !kvk.isBlank()).isPresent()) {
            return "kvk " + organisatie.kvkNummer().get().strip();
        }
        int code = Gemeenten.getal(organisatie.gemeentecode().orElse(""));
        return code > 0
                ? "gemeente " + code
                : "naam " + organisatie.statutaireNaam().orElse("").strip().toLowerCase(Locale.ROOT);
    }
}
