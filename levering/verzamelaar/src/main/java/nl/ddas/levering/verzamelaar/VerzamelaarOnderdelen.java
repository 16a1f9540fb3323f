// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import nl.ddas.basis.Database;
import nl.ddas.basis.Network;
import nl.ddas.basis.Tls;
import nl.ddas.levering.model.BerichtLezer;
import nl.ddas.levering.verkeer.Afzenderbepaling;
import nl.ddas.levering.verkeer.Eigensleutels;
import nl.ddas.levering.verkeer.Logboekaansluiting;
import nl.ddas.trust.PayloadSigner;
import nl.ddas.trust.Strictness;
import nl.ddas.trust.Trust;

/// What a [Verzamelaar] stands on.
///
/// @param afzenders how is known who calls
/// @param database open; closed by who opened it
/// @param toeval of secrets, numbers of reports and pauses; used by several threads at once
/// @param virusscanner looks at each page that comes in; without one nothing does, and each report says so
public record VerzamelaarOnderdelen(
        Network network,
        Sleutels sleutels,
        Leveranciers leveranciers,
        Afzenderbepaling afzenders,
        BerichtLezer lezer,
        Database database,
        Tijd tijd,
        SecureRandom toeval,
        Optional<Logboekaansluiting> logboek,
        Optional<Virusscanner> virusscanner) {

    /// What it proves itself with, and whom it believes.
    ///
    /// @param tls key for connections, asked at each run so that renewed revocation lists count
    /// @param ondertekenaar with another key than that of the connections
    /// @param vertrouwen asked at each message
    /// @param eisen what signatures must hold
    /// @param eigen keys for suppliers with whom messages are encrypted; without them those cannot be
    ///     collected from
    public record Sleutels(
            Supplier<Tls> tls,
            PayloadSigner ondertekenaar,
            Supplier<Trust> vertrouwen,
            Strictness eisen,
            Optional<Eigensleutels> eigen) {

        private Sleutels met(Strictness andere) {
            return new Sleutels(tls, ondertekenaar, vertrouwen, andere, eigen);
        }

        private Sleutels met(Eigensleutels nieuwe) {
            return new Sleutels(tls, ondertekenaar, vertrouwen, eisen, Optional.of(nieuwe));
        }
    }

    /// The clock, and what happens while it runs.
    ///
    /// @param wachter waits between attempts
    /// @param onderbreker told of each step that is kept
    public record Tijd(Clock clock, Wachter wachter, Onderbreker onderbreker) {}

    /// With what is usual for the rest: no encryption, callers known by their certificate, waiting by the clock
    /// of the machine.
    public static VerzamelaarOnderdelen van(
            Network network,
            Supplier<Tls> tls,
            PayloadSigner ondertekenaar,
            Supplier<Trust> vertrouwen,
            Leveranciers leveranciers,
            BerichtLezer lezer,
            Database database,
            Clock clock,
            SecureRandom toeval) {
        return new VerzamelaarOnderdelen(
                network,
                new Sleutels(tls, ondertekenaar, vertrouwen, Strictness.DIGEST_OPTIONAL, Optional.empty()),
                leveranciers,
                Afzenderbepaling.uitTls(),
                lezer,
                database,
                new Tijd(clock, Wachter.ECHT, Onderbreker.GEEN),
                toeval,
                Optional.empty(),
                Optional.empty());
    }

    /// The same, with another way to know who calls.
    public VerzamelaarOnderdelen met(Afzenderbepaling andere) {
        return met(sleutels, andere, logboek, virusscanner);
    }

    /// The same, with keys of its own for encrypted messages.
    public VerzamelaarOnderdelen met(Eigensleutels eigen) {
        return met(sleutels.met(eigen), afzenders, logboek, virusscanner);
    }

    /// The same, asking this of signatures.
    public VerzamelaarOnderdelen met(Strictness eisen) {
        return met(sleutels.met(eisen), afzenders, logboek, virusscanner);
    }

    /// The same, accounting for itself in a log.
    public VerzamelaarOnderdelen met(Logboekaansluiting aansluiting) {
        return met(sleutels, afzenders, Optional.of(aansluiting), virusscanner);
    }

    /// The same, with a scanner that looks at each page that comes in.
    public VerzamelaarOnderdelen gescandDoor(Virusscanner scanner) {
        return met(sleutels, afzenders, logboek, Optional.of(scanner));
    }

    /// The one place that copies: what can be another, beside what stays. They are components, hence optional
    /// here too.
    private VerzamelaarOnderdelen met(
            Sleutels andere,
            Afzenderbepaling bepaling,
            Optional<Logboekaansluiting> aansluiting,
            Optional<Virusscanner> scanner) {
        return new VerzamelaarOnderdelen(
                network, andere, leveranciers, bepaling, lezer, database, tijd, toeval, aansluiting, scanner);
    }

    Clock clock() {
        return tijd.clock();
    }
}
