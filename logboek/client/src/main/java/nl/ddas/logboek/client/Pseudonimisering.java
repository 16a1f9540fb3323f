// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.client;

/// What is logged instead of the code of a data subject (LDV 3.3.1.2: recommended).
public interface Pseudonimisering {

    /// The code and the type that go into the line.
    Pseudoniem apply(Betrokkene betrokkene);

    /// What goes into the line.
    ///
    /// @param code `dpl.core.data_subject_id`
    /// @param type `dpl.core.data_subject_id_type`
    record Pseudoniem(String code, String type) {}

    /// The code itself, raw. Only for codes that are pseudonyms already: a log full of BSNs is a risk of its own.
    static Pseudonimisering onbewerkt() {
        return betrokkene -> new Pseudoniem(betrokkene.code(), betrokkene.soort());
    }

    /// HMAC-SHA-256 under a key: see [HmacPseudoniem].
    static Pseudonimisering hmac(byte[] sleutel, String versie) {
        return new HmacPseudoniem(sleutel, versie);
    }
}
