// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import nl.ddas.basis.Headers;
import nl.ddas.levering.model.Gemeentecode;
import nl.ddas.levering.model.Versie;
import nl.ddas.levering.verkeer.Beschikbaarheid;
import nl.ddas.levering.verkeer.Eigensleutels;
import nl.ddas.levering.verkeer.Versleutelafspraak;
import nl.ddas.trust.Oin;

/// A supplier to collect from.
///
/// @param naam unique among the suppliers, at most 200 characters
/// @param oin who must have signed the answers
/// @param vensters when may be asked
/// @param profiel dialect of the interface
/// @param versleuteling what is agreed about encryption; always there in profile `seed-2024-07`
public record Leverancier(
        String naam,
        Oin oin,
        Verbinding verbinding,
        Beschikbaarheid vensters,
        Profiel profiel,
        Optional<Versleutelafspraak> versleuteling,
        Berichten berichten) {

    private static final String TOKENPAD = "/oauth/token";

    /// How it is reached.
    ///
    /// @param url address of the supplier up to, not with, `/v1`: https, or http to a gateway on this machine
    /// @param headers lines to send with every request, such as those by which a gateway finds its way
    /// @param token empty when it wants no access token, which it gives itself
    public record Verbinding(URI url, Headers headers, Optional<Token> token) {
        public Verbinding {
            if (!isVeilig(url)) {
                throw new IllegalArgumentException("Leverancier: expected https, or http to this machine, got " + url);
            }
        }

        /// Without more.
        public static Verbinding met(URI url) {
            return new Verbinding(url, Headers.NONE, Optional.empty());
        }
    }

    /// How an access token is asked for.
    ///
    /// @param uitgever what the supplier calls itself when it gives tokens, without a slash at the end;
    ///     empty when that is the address by which it is reached
    public record Token(Tokenbewijs bewijs, Optional<URI> uitgever) {
        /// Proved with the certificate of the connection.
        public static final Token MET_CERTIFICAAT = new Token(Tokenbewijs.CERTIFICAAT, Optional.empty());

        public Token {
            if (uitgever.filter(adres -> adres.toString().endsWith("/")).isPresent()) {
                throw new IllegalArgumentException("Leverancier: expected an issuer without a slash at the end");
            }
        }
    }

    /// What tells a supplier who asks for a token. The certificate of the connection is always there: the token is
    /// bound to it.
    public enum Tokenbewijs {
        /// Only that certificate (`tls_client_auth`, RFC 8705).
        CERTIFICAAT("certificaat"),
        /// A JWT besides, signed with our signing key (RFC 7523; Dutch OAuth profile).
        PRIVATE_KEY_JWT("private_key_jwt");

        private final String tekst;

        Tokenbewijs(String tekst) {
            this.tekst = tekst;
        }

        /// As in the settings.
        public String tekst() {
            return tekst;
        }

        /// The one with exactly this text, empty when there is none.
        public static Optional<Tokenbewijs> lees(String tekst) {
            return Arrays.stream(values())
                    .filter(bewijs -> bewijs.tekst.equals(tekst))
                    .findFirst();
        }
    }

    /// What is known beforehand about its messages.
    ///
    /// @param versie version of the exchange model agreed with this supplier; empty: found in the message
    /// @param software `codeGegevensleverancier` known for this supplier
    /// @param gemeente the gemeente under which it is registered: stands for what a traject of v0.8 cannot say
    public record Berichten(Optional<Versie> versie, Optional<String> software, Optional<Gemeentecode> gemeente) {
        /// Nothing is known.
        public static final Berichten ONBEKEND = new Berichten(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /// The dialects that the collector speaks.
    public enum Profiel {
        /// Plain JSON, detached signature, pages (June 2026).
        V1_0("v1.0-2026-06"),
        /// JWTs that are signed and encrypted as a whole (July 2024).
        SEED(Eigensleutels.PROFIEL);

        private final String tekst;

        Profiel(String tekst) {
            this.tekst = tekst;
        }

        /// As in the settings.
        public String tekst() {
            return tekst;
        }

        /// The profile with exactly this text, empty when there is none.
        public static Optional<Profiel> lees(String tekst) {
            return Arrays.stream(values())
                    .filter(profiel -> profiel.tekst.equals(tekst))
                    .findFirst();
        }
    }

    public Leverancier {
        boolean moet = versleuteling.map(Versleutelafspraak::vereist).orElse(false);
        if ((profiel == Profiel.SEED && versleuteling.isEmpty()) || (profiel == Profiel.V1_0 && moet)) {
            throw new IllegalArgumentException(
                    "Leverancier: expected an agreement about encryption that goes with profile " + profiel.tekst());
        }
        if (naam.isBlank() || naam.length() > 200) {
            throw new IllegalArgumentException("Leverancier: expected a name of 1 to 200 characters");
        }
    }

    /// Whether nothing goes over the network in the clear.
    public static boolean isVeilig(URI url) {
        String host = String.valueOf(url.getHost());
        boolean hier = host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}");
        return "https".equals(url.getScheme()) || (hier && "http".equals(url.getScheme()));
    }

    /// A supplier with all that is usual.
    public static Leverancier van(String naam, URI url, Oin oin) {
        return new Leverancier(
                naam,
                oin,
                Verbinding.met(url),
                Beschikbaarheid.ALTIJD,
                Profiel.V1_0,
                Optional.empty(),
                Berichten.ONBEKEND);
    }

    /// This supplier, reached in another way.
    public Leverancier met(Verbinding andere) {
        return new Leverancier(naam, oin, andere, vensters, profiel, versleuteling, berichten);
    }

    /// This supplier, to be asked at other times.
    public Leverancier met(Beschikbaarheid andere) {
        return new Leverancier(naam, oin, verbinding, andere, profiel, versleuteling, berichten);
    }

    /// This supplier, with something else known about its messages.
    public Leverancier met(Berichten andere) {
        return new Leverancier(naam, oin, verbinding, vensters, profiel, versleuteling, andere);
    }

    /// This supplier in profile `seed-2024-07`.
    public Leverancier versleuteld(Versleutelafspraak afspraak) {
        return new Leverancier(naam, oin, verbinding, vensters, Profiel.SEED, Optional.of(afspraak), berichten);
    }

    /// This supplier, when it wants an access token and believes the certificate of the connection.
    public Leverancier metToken() {
        return met(Token.MET_CERTIFICAAT);
    }

    /// This supplier, when it wants an access token.
    public Leverancier met(Token token) {
        return met(new Verbinding(verbinding.url(), verbinding.headers(), Optional.of(token)));
    }

    /// Lines to send with every request.
    Headers headers() {
        return verbinding.headers();
    }

    /// How an access token is asked for, empty when it wants none.
    Optional<Token> token() {
        return verbinding.token();
    }

    /// Address of a resource below `/v1/`.
    URI adres(String resource) {
        return URI.create(basis() + "/v1/" + resource);
    }

    /// Where it gives access tokens.
    URI tokenadres() {
        return URI.create(basis() + TOKENPAD);
    }

    /// For whom a proof at that address is: the address by the name that the supplier gives itself.
    String tokenpubliek() {
        return token().flatMap(Token::uitgever).map(URI::toString).orElseGet(this::basis) + TOKENPAD;
    }

    private String basis() {
        String tekst = verbinding.url().toString();
        return tekst.endsWith("/") ? tekst.substring(0, tekst.length() - 1) : tekst;
    }
}
