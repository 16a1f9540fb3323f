// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.ddas.basis.BodyTooLarge;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.Request;
import nl.ddas.levering.bron.Tokenfout.Soort;
import nl.ddas.levering.verkeer.Ontvangst;
import nl.ddas.levering.verkeer.Weigering;
import nl.ddas.trust.Oin;
import nl.ddas.trust.PayloadVerifier.Verdict;
import nl.ddas.trust.jose.AccessTokens;
import nl.ddas.trust.jose.ClientAssertions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `POST /oauth/token`: gives an access token to who may ask for gegevens, by the Dutch OAuth profile: client
/// credentials only, with the certificate of the connection (RFC 8705) or `private_key_jwt` (RFC 7523) as proof, and
/// bound to that connection's certificate.
final class Tokenweg implements Weg {

    private static final Logger LOG = LoggerFactory.getLogger(Tokenweg.class);

    static final String PAD = "/oauth/token";

    /// The scope of v1.0, also when none is asked for.
    static final String SCOPE = "read";

    /// That of v1.0 first, then that of the file of July 2024; they mean the same.
    static final List<String> SCOPES = List.of(SCOPE, "read_gegevens");

    private static final int GROOTSTE = 32 * 1024;

    private final AccessTokens tokens;
    private final ClientAssertions bewijzen;
    private final Ontvangst ontvangst;

    /// @param ontvangst knows who may come in
    Tokenweg(AccessTokens tokens, ClientAssertions bewijzen, Ontvangst ontvangst) {
        this.tokens = tokens;
        this.bewijzen = bewijzen;
        this.ontvangst = ontvangst;
    }

    /// Who asks, or why that is not believed.
    private sealed interface Klant {
        record Bekend(Oin oin) implements Klant {}

        record Onbekend(Tokenfout fout) implements Klant {}

        record NuNiet(Weigering weigering) implements Klant {}
    }

    /// What the request comes to.
    private sealed interface Uitkomst {
        record Gegeven(AccessTokens.Given token) implements Uitkomst {}

        record Geweigerd(Tokenfout fout) implements Uitkomst {}

        /// OAuth has no error for it (RFC 6749, section 5.2), so it is a problem for everybody.
        record NuNiet(Weigering weigering) implements Uitkomst {}
    }

    @Override
    public Uitslag bewandel(Request verzoek) throws IOException {
        return switch (uitkomst(verzoek)) {
            case Uitkomst.Gegeven(AccessTokens.Given token) -> antwoord(token);
            case Uitkomst.Geweigerd(Tokenfout fout) -> fout.antwoord(verzoek);
            case Uitkomst.NuNiet(Weigering weigering) -> Uitslag.geweigerd(weigering);
        };
    }

    private Uitkomst uitkomst(Request verzoek) throws IOException {
        if (!Formulier.is(verzoek)) {
            return new Uitkomst.Geweigerd(Tokenfout.geenFormulier());
        }
        byte[] inhoud;
        try {
            inhoud = verzoek.body().readNBytes(GROOTSTE + 1);
        } catch (BodyTooLarge teGroot) {
            return new Uitkomst.Geweigerd(Tokenfout.teGroot());
        }
        if (inhoud.length > GROOTSTE) {
            return new Uitkomst.Geweigerd(Tokenfout.teGroot());
        }
        return Formulier.lees(inhoud)
                .map(formulier -> uitkomst(verzoek, formulier))
                .orElseGet(() -> geweigerd(
                        Soort.INVALID_REQUEST,
                        "stuur elke parameter hoogstens een keer, gecodeerd als in een formulier"));
    }

    private Uitkomst uitkomst(Request verzoek, Formulier formulier) {
        Optional<String> soort = formulier.waarde("grant_type");
        if (soort.isEmpty()) {
            return geweigerd(Soort.INVALID_REQUEST, "grant_type ontbreekt");
        }
        if (!soort.get().equals("client_credentials")) {
            return geweigerd(Soort.UNSUPPORTED_GRANT_TYPE, "alleen client_credentials kan hier");
        }
        return switch (klant(verzoek, formulier)) {
            case Klant.Onbekend(Tokenfout fout) -> new Uitkomst.Geweigerd(fout);
            case Klant.NuNiet(Weigering weigering) -> new Uitkomst.NuNiet(weigering);
            case Klant.Bekend(Oin oin) -> geef(oin, formulier, verzoek);
        };
    }

    private Klant klant(Request verzoek, Formulier formulier) {
        if (verzoek.peer().isEmpty() || formulier.waarde("client_secret").isPresent()) {
            return onbekend("een certificaat of private_key_jwt is nodig; een wachtwoord kan hier niet");
        }
        Optional<Oin> bewezen = Oin.of(verzoek.peer().getFirst());
        Optional<String> bewijs = formulier.waarde("client_assertion");
        if (bewijs.isPresent() || formulier.waarde("client_assertion_type").isPresent()) {
            if (formulier
                    .waarde("client_assertion_type")
                    .filter(ClientAssertions.TYPE::equals)
                    .isEmpty()) {
                return onbekend("client_assertion_type hoort " + ClientAssertions.TYPE + " te zijn");
            }
            switch (bewijzen.check(bewijs.orElse(""), verzoek.peer().getFirst())) {
                case ClientAssertions.Outcome.Refused(String code) -> {
                    return onbekend("client_assertion is niet aanvaard: " + code);
                }
                case ClientAssertions.Outcome.Undecided(Verdict.Refused(String code, int status, String detail)) -> {
                    return new Klant.NuNiet(Weigering.handtekening(code, status, detail));
                }
                case ClientAssertions.Outcome.Proved(Oin oin) -> bewezen = Optional.of(oin);
            }
        }
        Optional<String> genoemd = formulier.waarde("client_id");
        if (bewezen.isEmpty()
                || genoemd.filter(naam -> !isZelfde(naam, verzoek)).isPresent()) {
            return onbekend("client_id is een ander dan die van het certificaat");
        }
        // The token comes back on this connection's certificate, so that must be of the same organisation.
        return ontvangst.ondertekenaar(verzoek, bewezen.get().value()).isEmpty()
                ? new Klant.Bekend(bewezen.get())
                : onbekend("deze organisatie mag hier geen gegevens vragen");
    }

    private static boolean isZelfde(String genoemd, Request verzoek) {
        return Oin.of(verzoek.peer().getFirst())
                .filter(oin -> oin.value().equals(genoemd))
                .isPresent();
    }

    private Uitkomst geef(Oin oin, Formulier formulier, Request verzoek) {
        List<String> gevraagd =
                Arrays.asList(formulier.waarde("scope").orElse(SCOPE).split(" ", -1));
        if (!SCOPES.containsAll(gevraagd)) {
            return geweigerd(Soort.INVALID_SCOPE, "bekend zijn " + String.join(" en ", SCOPES));
        }
        try {
            return new Uitkomst.Gegeven(
                    tokens.give(oin, Set.copyOf(gevraagd), verzoek.peer().getFirst()));
        } catch (IllegalStateException geenSleutel) {
            LOG.error("no token could be signed", geenSleutel);
            return new Uitkomst.NuNiet(Weigering.ondertekenenLuktNiet());
        }
    }

    private static Uitslag antwoord(AccessTokens.Given token) {
        JsonObject antwoord = JsonObject.EMPTY
                .with("access_token", token.token())
                .with("token_type", "Bearer")
                .with("expires_in", token.seconds())
                .with("scope", token.scope());
        return new Uitslag.Gegeven(Tokenfout.antwoord(200, antwoord), "token-gegeven", "geen");
    }

    private static Klant onbekend(String waarom) {
        return new Klant.Onbekend(Tokenfout.van(Soort.INVALID_CLIENT, waarom));
    }

    private static Uitkomst geweigerd(Soort soort, String waarom) {
        return new Uitkomst.Geweigerd(Tokenfout.van(soort, waarom));
    }
}
