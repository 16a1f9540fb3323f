// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.trust;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// To whom is encrypted: the certificate of a party for encryption, checked before anything was encrypted with
/// it. Only [#check] makes one.
public final class Recipient {

    private static final String UNTRUSTED = "van een uitgever die hier niet wordt vertrouwd";

    private static final Map<Refusal, String> WORDS = Map.of(
            Refusal.CERTIFICAAT_SLEUTELLENGTE, "geen certificaat met een RSA-sleutel van 2048 tot 8192 bits",
            Refusal.CERTIFICAAT_GELDIGHEID, "verlopen of nog niet geldig",
            Refusal.CERTIFICAAT_INGETROKKEN, "ingetrokken",
            Refusal.INTREKKINGSSTATUS_ONBEKEND, "nu niet na te gaan of het is ingetrokken");

    private final Oin oin;
    private final X509Certificate certificate;

    private Recipient(Oin oin, X509Certificate certificate) {
        this.oin = oin;
        this.certificate = certificate;
    }

    /// The outcome of a check.
    public sealed interface Outcome {
        record Fit(Recipient recipient) implements Outcome {}

        /// May not be encrypted to.
        ///
        /// @param reason why; its status is that of a message signed with such a certificate
        /// @param detail Dutch, names no bytes
        record Unfit(Refusal reason, String detail) implements Outcome {}
    }

    /// Looks at path, revocation, key, key usage and number.
    ///
    /// @param chain leaf first
    /// @param oin whose certificate it must be
    public static Outcome check(List<X509Certificate> chain, Oin oin, Trust trust, Instant now) {
        try {
            checkKey(chain);
            PathCheck.check(chain, trust, now);
        } catch (Rejection rejection) {
            return unfit(
                    rejection.refusal(),
                    "het is "
                            + Optional.ofNullable(WORDS.get(rejection.refusal()))
                                    .orElseGet(() -> untrusted(chain, trust, now)));
        }
        X509Certificate leaf = chain.getFirst();
        Optional<String> objection = Purpose.objectionToEncrypting(leaf);
        if (objection.isPresent()) {
            return unfit(Refusal.CERTIFICAAT_GEBRUIK, objection.get());
        }
        if (trust.environment() == Environment.PRODUCTIE && oin.isForTest()) {
            return unfit(Refusal.CERTIFICAAT_OIN, "het heeft een test-OIN, en die geldt niet in productie");
        }
        return Oin.of(leaf).filter(oin::equals).isPresent()
                ? new Outcome.Fit(new Recipient(oin, leaf))
                : unfit(Refusal.IDENTITEIT_AFWIJKING, "het is van een andere organisatie");
    }

    private static String untrusted(List<X509Certificate> chain, Trust trust, Instant now) {
        return PathCheck.otherPurpose(chain, trust)
                .map(other -> "van een uitgever die hier alleen wordt vertrouwd voor " + other.word())
                .or(() -> PathCheck.fault(chain, trust, now).map(fault -> "niet te vertrouwen, want " + fault))
                .orElse(UNTRUSTED);
    }

    private static void checkKey(List<X509Certificate> chain) {
        if (chain.isEmpty() || !RsaSize.fits(chain.getFirst().getPublicKey())) {
            throw Refusal.CERTIFICAAT_SLEUTELLENGTE.because("");
        }
    }

    private static Outcome unfit(Refusal reason, String why) {
        return new Outcome.Unfit(
                reason, "Met het certificaat van de ontvanger mag niet worden versleuteld: " + why + ".");
    }

    public Oin oin() {
        return oin;
    }

    /// The certificate whose key is used.
    public X509Certificate certificate() {
        return certificate;
    }
}
