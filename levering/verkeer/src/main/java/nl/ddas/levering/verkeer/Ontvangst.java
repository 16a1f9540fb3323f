// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verkeer;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import nl.ddas.basis.BodyTooLarge;
import nl.ddas.basis.Headers;
import nl.ddas.basis.Request;
import nl.ddas.trust.PayloadVerifier;
import nl.ddas.trust.PayloadVerifier.Verdict;

/// Takes in a signed message: is it JSON, may this party call, is the signature right, may its signer ask. Nothing
/// is read of a message from somebody who may not call, and nothing looks at the content before all is well.
public final class Ontvangst {

    /// How that went.
    public sealed interface Uitkomst {
        /// @param grootte of the body in bytes
        record Aanvaard(Verdict.Verified handtekening, long grootte) implements Uitkomst {}

        record Geweigerd(Weigering weigering) implements Uitkomst {}
    }

    private final PayloadVerifier verificateur;
    private final Afzenderbepaling afzenders;
    private final Predicate<String> toegestaan;
    private final Sleutelsterkte sterkte;

    /// @param toegestaan whether the party with this OIN may send messages here
    /// @param sterkte looks at the certificates of who is let in
    public Ontvangst(
            PayloadVerifier verificateur,
            Afzenderbepaling afzenders,
            Predicate<String> toegestaan,
            Sleutelsterkte sterkte) {
        this.verificateur = verificateur;
        this.afzenders = afzenders;
        this.toegestaan = toegestaan;
        this.sterkte = sterkte;
    }

    /// What is wrong before a byte of the body is read: its kind, or who calls.
    public Optional<Weigering> bezwaar(Request verzoek) {
        return soort(verzoek.headers()).or(() -> beller(verzoek));
    }

    /// Who calls.
    ///
    /// @return empty when it cannot be told; every message of such a caller is refused
    public Optional<Afzender> afzender(Request verzoek) {
        return afzenders.bepaal(verzoek);
    }

    /// Who calls, as counts and the alarm know it.
    ///
    /// @param verwacht whether this one may ask here
    public Verzoeker verzoeker(Request verzoek, Predicate<Afzender> verwacht) {
        Optional<Afzender> afzender = afzenders.bepaal(verzoek);
        return new Verzoeker(
                afzender.map(Afzender::oin).orElse(Verzoeker.ONBEKEND),
                afzender.filter(verwacht).isPresent());
    }

    /// Whether who calls, or the organisation it acts for, may send messages here.
    public boolean verwacht(Afzender afzender) {
        return afzender.isEen(toegestaan);
    }

    /// What is wrong with who calls, whatever is sent.
    public Optional<Weigering> beller(Request verzoek) {
        Optional<Afzender> afzender = afzenders.bepaal(verzoek);
        if (afzender.isEmpty()) {
            return Optional.of(Weigering.onbekendeAfzender());
        }
        if (!verwacht(afzender.get())) {
            return Optional.of(Weigering.geenToegang());
        }
        sterkte.zie(verzoek.peer());
        return Optional.empty();
    }

    /// Copies the body to a stream while it is verified.
    ///
    /// @param grens most bytes of the body
    /// @throws IOException when the connection or the stream breaks
    public Uitkomst neem(Request verzoek, long grens, OutputStream uit) throws IOException {
        Optional<Weigering> bezwaar = bezwaar(verzoek);
        if (bezwaar.isPresent()) {
            return new Uitkomst.Geweigerd(bezwaar.get());
        }
        try (PayloadVerifier.Verifying lezing = verzoek.peer().isEmpty()
                ? verificateur.start(verzoek.headers())
                : verificateur.start(verzoek.headers(), verzoek.peer().getFirst())) {
            long grootte = Kopie.totGrens(verzoek.body(), grens, lezing, uit);
            return grootte > grens
                    ? new Uitkomst.Geweigerd(Weigering.teGroot(grens))
                    : oordeel(lezing.finish(), grootte, verzoek);
        } catch (BodyTooLarge teGroot) {
            return new Uitkomst.Geweigerd(Weigering.teGroot(grens));
        }
    }

    private Uitkomst oordeel(Verdict verdict, long grootte, Request verzoek) {
        return switch (verdict) {
            case Verdict.Refused(String code, int status, String detail) ->
                new Uitkomst.Geweigerd(Weigering.handtekening(code, status, detail));
            case Verdict.Verified echt -> toegang(echt, grootte, verzoek);
        };
    }

    private Uitkomst toegang(Verdict.Verified echt, long grootte, Request verzoek) {
        Optional<Weigering> bezwaar = ondertekenaar(verzoek, echt);
        return bezwaar.isPresent() ? new Uitkomst.Geweigerd(bezwaar.get()) : new Uitkomst.Aanvaard(echt, grootte);
    }

    /// What is wrong with who signed a message, as [#ondertekenaar(Request, String)]; and the certificate must be
    /// another than that with which the caller came to our gateway.
    public Optional<Weigering> ondertekenaar(Request verzoek, Verdict.Verified echt) {
        Optional<Weigering> bezwaar = ondertekenaar(verzoek, echt.oin()).or(() -> functiescheiding(verzoek, echt));
        if (bezwaar.isEmpty()) {
            sterkte.zie(List.of(echt.signer()));
        }
        return bezwaar;
    }

    private Optional<Weigering> functiescheiding(Request verzoek, Verdict.Verified echt) {
        return afzenders
                .bepaal(verzoek)
                .flatMap(Afzender::certificaat)
                .map(echt::notSignedWith)
                .flatMap(verdict -> switch (verdict) {
                    case Verdict.Refused(String code, int status, String detail) ->
                        Optional.of(Weigering.handtekening(code, status, detail));
                    case Verdict.Verified _ -> Optional.empty();
                });
    }

    /// What is wrong with who signed a message: it must be who calls, and be allowed to.
    public Optional<Weigering> ondertekenaar(Request verzoek, String oin) {
        Optional<Afzender> afzender = afzenders.bepaal(verzoek);
        if (afzender.isEmpty()) {
            return Optional.of(Weigering.onbekendeAfzender());
        }
        if (!afzender.get().kanOndertekenen(oin)) {
            return Optional.of(Weigering.andereAfzender());
        }
        return toegestaan.test(oin) ? Optional.empty() : Optional.of(Weigering.geenToegang());
    }

    private static Optional<Weigering> soort(Headers headers) {
        if (!Inhoudssoort.JSON.isVan(headers)) {
            return Optional.of(Weigering.inhoudssoort());
        }
        return Inhoudssoort.JSON.isGewenst(headers) ? Optional.empty() : Optional.of(Weigering.nietAanvaardbaar());
    }
}
