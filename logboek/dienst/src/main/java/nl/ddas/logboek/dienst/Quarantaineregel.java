// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.ddas.logboek.model.Invoervorm;

/// A line that is kept apart, without what it holds.
///
/// @param nummer by which it is asked for; higher for one that came later
/// @param ontvangen the first time
/// @param laatst the last time
/// @param keren how often exactly these bytes came
/// @param codes why it is not in the log, by the last judgement
/// @param isAfgekapt whether only the begin of it is kept
/// @param bytes of what is kept
/// @param opgenomen when it was taken up in the log after all; then nothing of its content is left here
public record Quarantaineregel(
        long nummer,
        Houder houder,
        Instant ontvangen,
        Instant laatst,
        int keren,
        List<String> codes,
        Invoervorm vorm,
        boolean isAfgekapt,
        long bytes,
        Optional<Instant> opgenomen) {

    public Quarantaineregel {
        codes = List.copyOf(codes);
    }
}
