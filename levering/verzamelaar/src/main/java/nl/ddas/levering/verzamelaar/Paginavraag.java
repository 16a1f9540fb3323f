// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import nl.ddas.levering.verkeer.Aanleverperiode;
import nl.ddas.trust.PayloadVerifier.Verdict;

/// Asks a supplier for one page, in the dialect of that supplier.
@FunctionalInterface
interface Paginavraag {

    /// What came of a request.
    sealed interface Antwoord {
        /// As it is counted.
        String reden();

        /// The page is sealed under this name and its signature is good.
        ///
        /// @param ontvangen what came in, when that is something else than the page
        record Echt(
                String bestand,
                Optional<String> ontvangen,
                Verdict.Verified handtekening,
                long grootte,
                Optional<Instant> aangeleverd,
                OptionalInt paginas)
                implements Antwoord {

            @Override
            public String reden() {
                return "geleverd";
            }

            /// All that was sealed.
            Stream<String> bestanden() {
                return Stream.concat(Stream.of(bestand), ontvangen.stream());
            }
        }

        /// What came may not be used; when it has a body, that is sealed under this name.
        record Onecht(String bestand, String reden, boolean onzeSchuld) implements Antwoord {}

        /// Not status 200, or a body that may not be read.
        record Geweigerd(int status, String reden, Optional<Duration> wacht) implements Antwoord {}

        /// Nothing was asked: it could not be asked safely.
        ///
        /// @param later whether trying again may help
        record Onverstuurd(String reden, boolean later) implements Antwoord {}
    }

    /// Which page is wanted.
    ///
    /// @param pagina from 1
    /// @param grootte most trajecten on a page; empty leaves that to the supplier
    record Vraag(Aanleverperiode periode, int pagina, OptionalInt grootte) {

        /// The members of the request that all dialects have.
        String json() {
            return "\"page\":" + pagina + (grootte.isPresent() ? ",\"pageSize\":" + grootte.getAsInt() : "");
        }
    }

    /// @param bestand where the page is sealed
    /// @throws IOException when the connection breaks
    Antwoord vraag(Leverancier leverancier, Vraag vraag, String bestand) throws IOException;
}
