// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verkeer;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Predicate;
import nl.ddas.basis.HttpClient;
import nl.ddas.trust.PayloadVerifier;
import nl.ddas.trust.PayloadVerifier.Verdict;
import nl.ddas.trust.Refusal;

/// Judges an answer that says that a message of ours was taken. DDAS has every message signed, answers too
/// (`signing-encryptie.md`): without that a proxy that says 200 to everything would pass for the other side.
///
/// @param verificateur for answers
/// @param ondertekenaars whether the party with this OIN may give the answer
public record Antwoordkeuring(PayloadVerifier verificateur, Predicate<String> ondertekenaars) {

    /// Why the other side may not have said this; empty when it did.
    ///
    /// @param antwoord its headers and the certificate of its connection
    /// @param inhoud its whole body
    /// @throws IOException never: the body is in memory
    public Optional<Verdict.Refused> bezwaar(HttpClient.Answer antwoord, byte[] inhoud) throws IOException {
        Verdict oordeel;
        try (PayloadVerifier.Verifying lezing = antwoord.peer().isEmpty()
                ? verificateur.start(antwoord.headers())
                : verificateur.start(antwoord.headers(), antwoord.peer().getFirst())) {
            lezing.write(inhoud);
            oordeel = lezing.finish();
        }
        return switch (oordeel) {
            case Verdict.Refused geweigerd -> Optional.of(geweigerd);
            case Verdict.Verified echt ->
                ondertekenaars.test(echt.oin())
                        ? Optional.empty()
                        : Optional.of(new Verdict.Refused(
                                Refusal.IDENTITEIT_AFWIJKING,
                                "Het antwoord is ondertekend door een andere organisatie dan gevraagd is."));
        };
    }
}
