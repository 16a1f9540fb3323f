// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import java.util.Optional;

/// How reading a message ended.
public sealed interface Lezing {

    /// The message was read to its end.
    ///
    /// @param versie the version found, empty when nothing in the message is of the exchange model
    /// @param aantallen what was handed over
    /// @param begintMetBom whether a byte order mark was skipped
    record Gelezen(Optional<Versie> versie, Aantallen aantallen, boolean begintMetBom) implements Lezing {}

    /// The bytes are no UTF-8; nothing after this place was read.
    record GeenUtf8(Plaats plaats, Aantallen aantallen) implements Lezing {}

    /// The text is no JSON document, or one that we refuse: duplicate key, absurd depth or number, trailing data
    ///
    ///
    /// @param kolom from 1
    /// @param fout what is wrong, in Dutch, without values from the message
    /// @param grens whether it may well be JSON, but goes beyond a limit of ours
    record GeenJson(Plaats plaats, long kolom, String fout, boolean grens, Aantallen aantallen) implements Lezing {}

    /// What was handed over until reading ended.
    Aantallen aantallen();

    /// @param leveringen number of leveringen
    /// @param trajecten number of trajecten
    /// @param clienten number of client entries
    /// @param vormfouten number of form errors
    record Aantallen(int leveringen, long trajecten, long clienten, long vormfouten) {}
}
