// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import nl.ddas.basis.Settings;
import nl.ddas.basis.Tls;
import nl.ddas.fsc.model.Group;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.trust.AuthorityFolder;
import nl.ddas.trust.Environment;
import nl.ddas.trust.Holder;
import nl.ddas.trust.Identity;
import nl.ddas.trust.Oin;
import nl.ddas.trust.Trust;

/// Who we are in a Group of FSC, and whom it trusts: with certificates of our own in files, or to practise with
/// those of a folder. Everything is read again while the program runs.
///
/// @param oin our number, also for certificates inside our own organisation
/// @param hosts names and addresses in certificates that we make ourselves
/// @param omgeving production takes no anchors that are for practice, also not inside our own organisation
/// @param trust whom the Group trusts now in connections
/// @param vanContracten whom it trusts under contracts
/// @param intrekkingen the revocation lists that all of it goes by, closed with it
record Groepslid(
        Oin oin,
        List<String> hosts,
        Sleutels sleutels,
        Environment omgeving,
        Supplier<Trust> trust,
        Supplier<Trust> vanContracten,
        Intrekkingen intrekkingen)
        implements AutoCloseable {

    /// How long anchors and revocation lists are left alone.
    private static final Duration VERTROUWEN = Duration.ofSeconds(10);

    /// Keys with their certificates, as they are now.
    ///
    /// @param tls for connections
    /// @param contract for signatures on contracts
    /// @param token for tokens
    record Sleutels(Slot tls, Slot contract, Slot token) {}

    /// One of them.
    ///
    /// @param naam of its setting
    record Slot(String naam, Supplier<Identity> lees) {

        /// Looked at each time; who asks keeps the old when this throws, and tells so.
        private Slot gekeurd(Sleutelkeuring keuring, PeerId wie) {
            Supplier<Identity> goed = () -> keuring.keur(naam, wie, lees.get());
            Identity _ = goed.get();
            return new Slot(naam, goed);
        }

        /// Read at each call; keeps the old by itself, so that new revocation lists count whatever becomes of it.
        private Slot herlezen(Sleutelkeuring keuring, PeerId wie, Clock klok) {
            return new Slot(
                    naam,
                    new Herlezer<>(
                            new Herlezer.Bron<>(naam, lees, identity -> keuring.keur(naam, wie, identity)),
                            klok,
                            Duration.ZERO));
        }
    }

    /// Reads what an Inway or Outway has of it: a key for connections only.
    ///
    /// @throws IOException when the folder cannot be read or written
    /// @throws VerkeerdGebruik when settings are missing or do not go together
    static Groepslid lees(Settings instellingen, Clock klok) throws IOException {
        return lees(instellingen, klok, false);
    }

    /// Reads what a Manager has of it: also `contract-sleutel` and `token-sleutel`, which are that for connections
    /// unless they are set.
    ///
    /// @throws IOException when the folder cannot be read or written
    /// @throws VerkeerdGebruik when settings are missing or do not go together
    static Groepslid vanManager(Settings instellingen, Clock klok) throws IOException {
        return lees(instellingen, klok, true);
    }

    private static Groepslid lees(Settings instellingen, Clock klok, boolean ondertekent) throws IOException {
        boolean map = instellingen.optional("vertrouwen-map").isPresent();
        boolean bestanden = instellingen.optional("groep-sleutel").isPresent();
        if (map == bestanden) {
            throw new VerkeerdGebruik(
                    map
                            ? "in de instellingen staan vertrouwen-map (om te oefenen) en groep-sleutel (uw eigen"
                                    + " certificaten) allebei. Kies er een"
                            : "in de instellingen ontbreekt groep-sleutel (uw eigen certificaten) of vertrouwen-map (om"
                                    + " te oefenen)");
        }
        return bestanden
                ? Instellingen.bestanden(() -> Groepsbestanden.lees(instellingen, klok, ondertekent))
                : oefenend(instellingen, klok);
    }

    private static Groepslid oefenend(Settings instellingen, Clock klok) throws IOException {
        Stream.of("groep-ankers", "groep-intrekkingen", "contract-sleutel", "token-sleutel")
                .filter(naam -> instellingen.optional(naam).isPresent())
                .findFirst()
                .ifPresent(naam -> {
                    throw new VerkeerdGebruik(
                            naam + " hoort bij groep-sleutel. Bij vertrouwen-map maakt het programma zelf alles");
                });
        Deelnemer.Aanmelding wij = Deelnemer.aanmelding(instellingen);
        AuthorityFolder map = AuthorityFolder.open(wij.map(), klok, new SecureRandom());
        Holder holder = new Holder(wij.naam(), wij.oin(), wij.hosts());
        Slot signing = new Slot("vertrouwen-map", () -> {
            try {
                return map.party(holder.name(), holder.oin(), holder.hosts()).signing();
            } catch (IOException stuk) {
                throw new UncheckedIOException(stuk);
            }
        });
        Slot tls = new Slot("vertrouwen-map", () -> {
            Tls nu = map.tls(holder);
            return new Identity(nu.key(), nu.chain());
        });
        return new Groepslid(
                wij.oin(),
                wij.hosts(),
                new Sleutels(tls, signing, signing),
                Environment.DEMO,
                map::trust,
                map::trust,
                Intrekkingen.geen("vertrouwen-map has lists of its own"));
    }

    /// The same, looked at by the rules of the Group, now and whenever a file changes: what is not good then
    /// leaves the old in use.
    ///
    /// @throws VerkeerdGebruik when a certificate cannot be used in the Group
    Groepslid in(Group groep, Clock klok) {
        return Instellingen.bestanden(() -> gekeurd(groep, klok));
    }

    private Groepslid gekeurd(Group groep, Clock klok) {
        Supplier<Trust> nu = new Herlezer<>(Herlezer.Bron.van("trust in the group", trust), klok, VERTROUWEN);
        Supplier<Trust> contracten =
                new Herlezer<>(Herlezer.Bron.van("trust under contracts", vanContracten), klok, VERTROUWEN);
        Sleutelkeuring keuring = new Sleutelkeuring(groep, nu, klok);
        Sleutelkeuring vanContract = new Sleutelkeuring(groep, contracten, klok);
        PeerId wie = keuring.keur(sleutels.tls().naam(), sleutels.tls().lees().get());
        return new Groepslid(
                oin,
                hosts,
                new Sleutels(
                        sleutels.tls().herlezen(keuring, wie, klok),
                        sleutels.contract().gekeurd(vanContract, wie),
                        sleutels.token().gekeurd(vanContract, wie)),
                omgeving,
                nu,
                contracten,
                intrekkingen);
    }

    /// A part of us, in a certificate inside our own organisation.
    Holder deel(String naam) {
        return new Holder(naam, oin, hosts);
    }

    /// What a connection with another Peer needs now. Fit as source of [nl.ddas.basis.TlsReload].
    ///
    /// @param klok by which the other side is judged
    Tls tls(Clock klok) {
        Identity wij = sleutels.tls().lees().get();
        Trust groep = trust.get();
        return new Tls(wij.key(), wij.chain(), groep.anchors(), groep.revocation(klok));
    }

    /// From then on no revocation lists are fetched any more; close it after what makes connections.
    @Override
    public void close() {
        intrekkingen.close();
    }
}
