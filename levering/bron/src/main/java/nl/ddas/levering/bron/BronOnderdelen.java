// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import nl.ddas.access.Decision;
import nl.ddas.access.DecisionPoint;
import nl.ddas.basis.Network;
import nl.ddas.basis.Tls;
import nl.ddas.basis.TlsEnd;
import nl.ddas.levering.model.BerichtLezer;
import nl.ddas.levering.toegang.Reikwijdte;
import nl.ddas.levering.verkeer.Afzenderbepaling;
import nl.ddas.levering.verkeer.Eigensleutels;
import nl.ddas.levering.verkeer.Logboekaansluiting;
import nl.ddas.trust.PayloadSigner;
import nl.ddas.trust.PayloadVerifier;

/// What a [BronServer] stands on.
///
/// @param afzenders who calls; [Afzenderbepaling#uitTls] when nothing stands in front of the API
/// @param willekeur for keys and for the marks of refusals; safe for many threads
public record BronOnderdelen(
        Network network,
        Sleutels sleutels,
        Afzenderbepaling afzenders,
        BerichtLezer lezer,
        Clock clock,
        SecureRandom willekeur,
        Beslissing beslissing,
        Optional<Logboekaansluiting> logboek) {

    /// What it proves itself with, and whom it believes.
    ///
    /// @param tls key for the connection, another than that of the signer; read again while the server runs
    /// @param verificateur for requests: they are fresh and come once
    /// @param eigen keys for messages that are signed and encrypted as a whole; without them only JSON is spoken
    public record Sleutels(
            Supplier<Tls> tls,
            PayloadSigner ondertekenaar,
            PayloadVerifier verificateur,
            Optional<Eigensleutels> eigen) {}

    /// Who decides what goes to whom.
    ///
    /// @param punt asked for each page: may it go to who asks, and how much of it
    /// @param opruimen removes what was decided and kept long enough; called often, never throws
    /// @param volgers ends of connections to it, that go on with our keys and lists as the API does
    public record Beslissing(DecisionPoint punt, Runnable opruimen, List<TlsEnd> volgers) {
        public Beslissing {
            volgers = List.copyOf(volgers);
        }

        /// One that keeps nothing and has no connections.
        public static Beslissing door(DecisionPoint punt) {
            return new Beslissing(punt, () -> {}, List.of());
        }
    }

    /// For JSON only, and all for whoever may come in.
    public static BronOnderdelen van(
            Network network,
            Supplier<Tls> tls,
            PayloadSigner ondertekenaar,
            PayloadVerifier verificateur,
            Afzenderbepaling afzenders,
            BerichtLezer lezer,
            Clock clock,
            SecureRandom willekeur) {
        return new BronOnderdelen(
                network,
                new Sleutels(tls, ondertekenaar, verificateur, Optional.empty()),
                afzenders,
                lezer,
                clock,
                willekeur,
                Beslissing.door(vraag -> Decision.permit(Reikwijdte.ALLES.toJson())),
                Optional.empty());
    }

    /// The same, with keys of its own for encrypted messages.
    public BronOnderdelen met(Eigensleutels eigen) {
        Sleutels met =
                new Sleutels(sleutels.tls(), sleutels.ondertekenaar(), sleutels.verificateur(), Optional.of(eigen));
        return new BronOnderdelen(network, met, afzenders, lezer, clock, willekeur, beslissing, logboek);
    }

    /// The same, with another who decides what goes to whom.
    public BronOnderdelen met(Beslissing ander) {
        return new BronOnderdelen(network, sleutels, afzenders, lezer, clock, willekeur, ander, logboek);
    }

    /// The same, accounting for itself in a log.
    public BronOnderdelen met(Logboekaansluiting aansluiting) {
        return new BronOnderdelen(
                network, sleutels, afzenders, lezer, clock, willekeur, beslissing, Optional.of(aansluiting));
    }
}
