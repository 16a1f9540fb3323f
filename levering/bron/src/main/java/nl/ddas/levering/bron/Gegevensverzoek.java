// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What the collector asks for; everything is optional. Source: DDAS-SHV.yaml 1.0.0, `GegevensRequest`.
///
/// @param startdatum `aanleverperiodeStartdatum`
/// @param einddatum `aanleverperiodeEinddatum`
/// @param organisatie `aanleverende_organisatie`: name, KvK number or gemeentecode; never blank
/// @param page from 1
/// @param pageSize from 1 up to [Paginering#VOLLE_PAGINA]
record Gegevensverzoek(
        Optional<LocalDate> startdatum,
        Optional<LocalDate> einddatum,
        Optional<String> organisatie,
        OptionalInt page,
        OptionalInt pageSize) {

    static final Gegevensverzoek LEEG = new Gegevensverzoek(
            Optional.empty(), Optional.empty(), Optional.empty(), OptionalInt.empty(), OptionalInt.empty());

    /// Which kinds of parameters were sent, for counting (S71); never their values.
    ///
    /// @return `geen`, or words joined by `+`, such as `periode+pagina`
    String soorten() {
        List<String> soorten = new ArrayList<>();
        if (startdatum.isPresent() || einddatum.isPresent()) {
            soorten.add("periode");
        }
        if (organisatie.isPresent()) {
            soorten.add("organisatie");
        }
        if (page.isPresent() || pageSize.isPresent()) {
            soorten.add("pagina");
        }
        return soorten.isEmpty() ? "geen" : String.join("+", soorten);
    }

    /// Prints itself without the organisation: what a caller types there is not ours to log.
    @Override
    public String toString() {
        return "Gegevensverzoek[" + soorten() + "]";
    }
}
