// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// Checks the access token of a request at the Inway (FSC Core, "Inway"), in a fixed order; the first failure
/// is the answer. Of a token that came before only the outcome of its signature is kept, until it expires; what
/// binds it to a caller and to a moment is looked at every time. Safe for many threads.
public final class InwayTokenCheck {

    /// Header of a request from Outway to Service.
    public static final String HEADER = "Fsc-Authorization";

    /// Tokens whose signature is remembered; only tokens that we made ourselves get in.
    private static final int MAX_REMEMBERED = 10_000;

    /// Characters of all of them together: a token may hold properties of 24 KB, and what was read of it takes many
    /// times as much.
    private static final int MAX_CHARACTERS = 8 * 1024 * 1024;

    private static final String SCHEME = "bearer";

    private final Group group;
    private final PeerId self;
    private final OwnCertificates own;
    private final Set<URI> addresses;
    private final Map<String, Signed> remembered = new ConcurrentHashMap<>();
    private final AtomicInteger characters = new AtomicInteger();

    /// A token with a good signature.
    private record Signed(AccessToken token, CertificateThumbprint signer) {}

    /// The certificates by which the own Peer signs tokens, now.
    public interface OwnCertificates {

        /// The certificate with this thumbprint; nothing when it is not, or no more, one of ours.
        Optional<X509Certificate> find(CertificateThumbprint thumbprint);

        /// Whether anybody ever told which they are; until then no token can be judged.
        default boolean areKnown() {
            return true;
        }

        /// Looks whether there are newer ones; it may be too soon to look again.
        ///
        /// @return done, never failed, when [#find] knows what is to be known
        default CompletionStage<?> lookAgain() {
            return CompletableFuture.completedFuture(true);
        }
    }

    /// @param self the Peer of this Inway
    /// @param addresses of this Inway, as they stand in tokens; looked at only when the Group wants it
    public InwayTokenCheck(Group group, PeerId self, OwnCertificates own, Set<URI> addresses) {
        this.group = group;
        this.self = self;
        this.own = own;
        this.addresses = Set.copyOf(addresses);
    }

    /// Checks the token of a request.
    ///
    /// @param authorization all values of header `Fsc-Authorization`
    /// @param client the TLS client of the connection
    public TokenVerdict check(List<String> authorization, TlsPeer client, Instant now) {
        Optional<String> text = authorization.isEmpty() ? Optional.of("") : bearer(authorization.getFirst());
        if (text.filter(String::isEmpty).isPresent()) {
            return refused(
                    ErrorCode.ACCESS_TOKEN_MISSING, "expected header " + HEADER + ": Bearer and an access token");
        }
        if (authorization.size() > 1 || text.isEmpty()) {
            return invalid("expected one header " + HEADER + " with scheme Bearer");
        }
        Optional<Signed> signed = signed(text.get());
        return signed.isEmpty()
                ? invalid("the access token is not one that this peer signed")
                : checkUse(signed.get().token(), client, now);
    }

    /// Whether a token names a certificate that is not known as ours: after a change of key that may be a new one.
    ///
    /// @param authorization as for [#check]
    public boolean isOfUnknownKey(List<String> authorization) {
        return authorization.size() == 1
                && bearer(authorization.getFirst())
                        .flatMap(Jws::read)
                        .filter(jws -> own.find(jws.thumbprint()).isEmpty())
                        .isPresent();
    }

    /// Binding, times and Group: looked at on every request.
    private TokenVerdict checkUse(AccessToken token, TlsPeer client, Instant now) {
        if (!token.provider().equals(self)) {
            return invalid("iss: the access token is not of this peer");
        }
        if (!token.boundTo().equals(client.thumbprint())
                || !token.connectingPeer().equals(client.id())) {
            return invalid("the access token is bound to another client certificate or peer");
        }
        if (token.notBefore().isAfter(now.plus(group.skew()))) {
            return invalid("nbf: the access token is not valid yet");
        }
        if (!token.expires().isAfter(now.minus(group.skew()))) {
            return refused(ErrorCode.ACCESS_TOKEN_EXPIRED, "exp: the access token has expired");
        }
        if (!token.groupId().equals(group.id())) {
            return refused(ErrorCode.WRONG_GROUP_ID_IN_TOKEN, "gid: expected " + group.id());
        }
        if (group.switches().enforceAudience() && !addresses.contains(token.audience())) {
            return invalid("aud: the access token is for another inway");
        }
        return new TokenVerdict.Admitted(token);
    }

    private Optional<Signed> signed(String text) {
        Signed before = remembered.get(text);
        if (before != null) {
            // A certificate that is no longer ours takes its tokens with it.
            return own.find(before.signer()).map(certificate -> before);
        }
        Optional<Signed> now = Jws.read(text).flatMap(this::verified);
        now.ifPresent(good -> remember(text, good));
        return now;
    }

    private Optional<Signed> verified(Jws jws) {
        boolean good = own.find(jws.thumbprint())
                .filter(certificate -> jws.verifies(certificate.getPublicKey()))
                .isPresent();
        return good && AccessToken.read(jws.payload()) instanceof ClaimsReading.Read(AccessToken token)
                ? Optional.of(new Signed(token, jws.thumbprint()))
                : Optional.empty();
    }

    private void remember(String text, Signed good) {
        boolean room = characters.addAndGet(text.length()) <= MAX_CHARACTERS && remembered.size() < MAX_REMEMBERED;
        if (!room || remembered.putIfAbsent(text, good) != null) {
            characters.addAndGet(-text.length());
        }
    }

    /// Forgets the tokens that have expired; call it now and then.
    public void forgetExpired(Instant now) {
        remembered.forEach((text, signed) -> {
            if (signed.token().expires().isBefore(now.minus(group.skew())) && remembered.remove(text, signed)) {
                characters.addAndGet(-text.length());
            }
        });
    }

    /// How many tokens are remembered.
    int remembered() {
        return remembered.size();
    }

    /// What stands behind the scheme; nothing when the scheme is missing or another.
    static Optional<String> bearer(String header) {
        String value = header.strip();
        int space = value.indexOf(' ');
        int end = space < 0 ? value.length() : space;
        if (value.isEmpty()) {
            return Optional.of("");
        }
        return end == SCHEME.length() && value.regionMatches(true, 0, SCHEME, 0, end)
                ? Optional.of(value.substring(end).strip())
                : Optional.empty();
    }

    private static TokenVerdict invalid(String message) {
        return refused(ErrorCode.ACCESS_TOKEN_INVALID, message);
    }

    private static TokenVerdict refused(ErrorCode code, String message) {
        return new TokenVerdict.Refused(code.because(Domain.INWAY, message));
    }
}
