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

    /// Whether the same request may be taken later, after an answer with this status: the other side was too busy or
    /// failed (408, 429 and 5xx; RFC 9110, section 15, and RFC 6585, section 4). Any other refusal stays.
    ///
    /// @param status HTTP status of an answer that is no 2xx
    public static boolean kanLater(int status) {
        return status == 408 || status == 429 || status >= 500;
    }

    /// Why the other side may not have said this; empty when it did.
    ///
    /// @param antwoord its headers and the certificate of its connection
    /// @param inhoud its whole body
    /// @throws IOException as [PayloadVerifier.Verifying] says; a body in memory gives it no reason
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
