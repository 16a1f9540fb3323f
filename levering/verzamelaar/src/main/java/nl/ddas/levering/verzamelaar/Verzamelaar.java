// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import java.io.IOException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import nl.ddas.basis.Database;
import nl.ddas.basis.HttpServer;
import nl.ddas.basis.Metrics;
import nl.ddas.basis.Network;
import nl.ddas.basis.Problem;
import nl.ddas.basis.Tls;
import nl.ddas.basis.TlsReload;
import nl.ddas.levering.model.BerichtLezer;
import nl.ddas.levering.verkeer.Aanleverperiode;
import nl.ddas.levering.verkeer.Afzenderbepaling;
import nl.ddas.levering.verkeer.Certificaatduur;
import nl.ddas.levering.verkeer.Eigensleutels;
import nl.ddas.levering.verkeer.Ontvangst;
import nl.ddas.levering.verkeer.Problemen;
import nl.ddas.levering.verzamelaar.Verzamelresultaat.PerLeverancier;
import nl.ddas.trust.Freshness;
import nl.ddas.trust.PayloadSigner;
import nl.ddas.trust.PayloadVerifier;
import nl.ddas.trust.Strictness;
import nl.ddas.trust.Trust;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The collector of CBS, running: collects when asked, goes on with what suppliers approve, and listens to what they
/// decide. Safe for many threads.
public final class Verzamelaar implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Verzamelaar.class);
    private static final int GROOTSTE_BESLUIT = 64 * 1024;

    /// What the collector stands on.
    ///
    /// @param tls key for connections, asked at each run so that renewed revocation lists count
    /// @param ondertekenaar with another key than that of the connections
    /// @param vertrouwen asked at each message
    /// @param database open; closed by who opened it
    /// @param toeval of secrets, numbers of reports and pauses; used by several threads at once
    /// @param eigen keys for suppliers with whom messages are encrypted; without them those cannot be
    ///     collected from
    public record Onderdelen(
            Network network,
            Supplier<Tls> tls,
            PayloadSigner ondertekenaar,
            Supplier<Trust> vertrouwen,
            Leveranciers leveranciers,
            Afzenderbepaling afzenders,
            BerichtLezer lezer,
            Database database,
            Clock clock,
            SecureRandom toeval,
            Wachter wachter,
            Onderbreker onderbreker,
            Optional<Eigensleutels> eigen) {

        /// Without encryption.
        public Onderdelen(
                Network network,
                Supplier<Tls> tls,
                PayloadSigner ondertekenaar,
                Supplier<Trust> vertrouwen,
                Leveranciers leveranciers,
                Afzenderbepaling afzenders,
                BerichtLezer lezer,
                Database database,
                Clock clock,
                SecureRandom toeval,
                Wachter wachter,
                Onderbreker onderbreker) {
            this(
                    network,
                    tls,
                    ondertekenaar,
                    vertrouwen,
                    leveranciers,
                    afzenders,
                    lezer,
                    database,
                    clock,
                    toeval,
                    wachter,
                    onderbreker,
                    Optional.empty());
        }

        /// With what is usual for the rest: callers known by their certificate, waiting by the clock of the machine.
        public static Onderdelen van(
                Network network,
                Supplier<Tls> tls,
                PayloadSigner ondertekenaar,
                Supplier<Trust> vertrouwen,
                Leveranciers leveranciers,
                BerichtLezer lezer,
                Database database,
                Clock clock,
                SecureRandom toeval) {
            return new Onderdelen(
                    network,
                    tls,
                    ondertekenaar,
                    vertrouwen,
                    leveranciers,
                    Afzenderbepaling.uitTls(),
                    lezer,
                    database,
                    clock,
                    toeval,
                    Wachter.ECHT,
                    Onderbreker.GEEN);
        }

        /// The same, with another way to know who calls.
        public Onderdelen met(Afzenderbepaling andere) {
            return new Onderdelen(
                    network,
                    tls,
                    ondertekenaar,
                    vertrouwen,
                    leveranciers,
                    andere,
                    lezer,
                    database,
                    clock,
                    toeval,
                    wachter,
                    onderbreker,
                    eigen);
        }

        /// The same, with keys of its own for encrypted messages.
        public Onderdelen met(Eigensleutels sleutels) {
            return new Onderdelen(
                    network,
                    tls,
                    ondertekenaar,
                    vertrouwen,
                    leveranciers,
                    afzenders,
                    lezer,
                    database,
                    clock,
                    toeval,
                    wachter,
                    onderbreker,
                    Optional.of(sleutels));
        }
    }

    private final VerzamelaarConfig config;
    private final Onderdelen delen;
    private final Jdbi jdbi;
    private final Boekhouding boek;
    private final Opruiming opruiming;
    private final Metrics metrics = new Metrics();
    private final Verzoektelling telling;
    private final TlsReload sleutels;
    private final Certificaatduur duur;
    private final Ronde ronde;
    private final Wekker wekker = new Wekker(this::beurt);
    private Optional<HttpServer> luisteraar = Optional.empty();
    private Optional<HttpServer> beheer = Optional.empty();

    private Verzamelaar(VerzamelaarConfig config, Onderdelen delen, Bewijs bewijs, byte[] geheim) {
        this.config = config;
        this.delen = delen;
        jdbi = delen.database().jdbi(Boekhouding.SCHEMA);
        boek = new Boekhouding(jdbi, delen.clock());
        opruiming = new Opruiming(jdbi, bewijs, config.opslag().bewaartermijn(), delen.clock());
        telling = new Verzoektelling(jdbi, metrics, delen.clock());
        sleutels = new TlsReload(delen.tls(), delen.clock(), Wekker.TIK);
        duur = duur();
        duur.meld(metrics, "ddas_verzamelaar");
        ronde = new Ronde(config, delen, jdbi, new Ronde.Middelen(boek, bewijs, geheim, telling));
    }

    private Certificaatduur duur() {
        Map<String, Supplier<X509Certificate>> certificaten = new HashMap<>();
        certificaten.put("tls", () -> sleutels.now().chain().getFirst());
        certificaten.put("ondertekening", delen.ondertekenaar()::certificate);
        delen.eigen().ifPresent(eigen -> certificaten.put("versleuteling", eigen::versleutelcertificaat));
        return new Certificaatduur(certificaten, delen.clock());
    }

    /// Brings the database up to date, opens the evidence folder and the listener for decisions.
    ///
    /// @throws IOException when the evidence folder cannot be opened, or the secret in it is gone while records
    /// were made under it
    /// @throws IllegalStateException when the port cannot be opened
    public static Verzamelaar start(VerzamelaarConfig config, Onderdelen delen) throws IOException {
        delen.database().migrate(Boekhouding.SCHEMA, Boekhouding.SCRIPTS);
        Bewijs bewijs = Bewijs.open(config.opslag().bewijs(), config.opslag().sleutel(), delen.toeval());
        byte[] geheim = Geheim.van(bewijs, delen.database().jdbi(Boekhouding.SCHEMA), delen.toeval());
        Verzamelaar verzamelaar = new Verzamelaar(config, delen, bewijs, geheim);
        try {
            verzamelaar.luister();
        } catch (RuntimeException dicht) {
            verzamelaar.close();
            throw dicht;
        }
        verzamelaar.wekker.start();
        return verzamelaar;
    }

    private void luister() {
        Besluiten besluiten = new Besluiten(boek, delen.leveranciers(), telling, wekker::wek);
        Ontvangst ontvangst = new Ontvangst(
                new PayloadVerifier(
                        delen.vertrouwen(), new Freshness.Request(), Strictness.DIGEST_OPTIONAL, delen.clock()),
                delen.afzenders(),
                this::isLeverancier);
        Problemen problemen =
                new Problemen(config.probleemBasis(), delen.ondertekenaar(), delen.toeval(), Problem::toJson);
        Reacties reacties = new Reacties(ontvangst, problemen, besluiten, this::opmerking);
        luisteraar = Optional.of(HttpServer.start(
                delen.network(),
                new HttpServer.Config(
                        config.luisteren().adres(),
                        config.luisteren().poort(),
                        Optional.of(sleutels.now()),
                        GROOTSTE_BESLUIT,
                        Duration.ofMinutes(2)),
                config.luisteren().tls(),
                reacties));
        luisteraar.ifPresent(sleutels::attach);
        OptionalInt poort = config.luisteren().beheerPoort();
        if (poort.isPresent()) {
            beheer = Optional.of(HttpServer.start(
                    delen.network(),
                    new HttpServer.Config(
                            "127.0.0.1", poort.getAsInt(), Optional.empty(), GROOTSTE_BESLUIT, Duration.ofMinutes(1)),
                    new Beheer(reacties::gezond, metrics)));
        }
    }

    private boolean isLeverancier(String oin) {
        return delen.leveranciers().lijst().stream()
                .anyMatch(leverancier -> leverancier.oin().value().equals(oin));
    }

    /// What health tells besides that the database is there.
    private Optional<String> opmerking() {
        jdbi.useHandle(db -> db.execute("SELECT 1"));
        return duur.opmerking(() -> sleutels.remark()
                .or(() -> delen.eigen().flatMap(eigen -> eigen.opmerking().get())));
    }

    /// Does the regular work now, as it is done each minute and after each decision; does not wait for it.
    void wek() {
        wekker.wek();
    }

    /// The regular work: waiting for suppliers goes on beside it.
    private void beurt() {
        Optional<TlsReload.Outcome> _ = sleutels.tick();
        List<Ophaling> rijen = boek.bezig().stream()
                .filter(this::isAanDeBeurt)
                .filter(rij -> !ronde.isBezig(rij))
                .toList();
        if (!rijen.isEmpty()) {
            wekker.ernaast(() -> ernaast(rijen));
        }
        try {
            opruiming.beurt();
        } catch (IOException stuk) {
            LOG.error("evidence could not be removed: {}", stuk.getClass().getSimpleName());
        }
    }

    private void ernaast(List<Ophaling> rijen) {
        try {
            ronde.ga(rijen, delen.leveranciers().lijst(), Voortgang.STIL);
        } catch (InterruptedException gestopt) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException stuk) {
            LOG.error("going on with what waited failed: {}", stuk.getClass().getSimpleName());
        }
    }

    /// Removes evidence whose retention is over, and what a killed run left without anybody knowing of it; also done by
    /// itself.
    ///
    /// @throws IOException when the evidence folder cannot be changed
    public void ruimOp() throws IOException {
        opruiming.verlopen();
        opruiming.zwervend();
    }

    /// Collects a period: goes on with a collection that was not finished, else begins a new one. One supplier does
    /// not hold up another. Comes back when each is read in, refused, waits for a decision or stands still.
    ///
    /// @throws IOException when the database is not there at the start
    /// @throws InterruptedException when the thread is interrupted; what is in stays, and a next call goes on
    public Verzamelresultaat verzamel(Aanleverperiode periode, Voortgang voortgang)
            throws IOException, InterruptedException {
        List<Leverancier> lijst = delen.leveranciers().lijst();
        List<String> namen = lijst.stream().map(Leverancier::naam).toList();
        List<Ophaling> rijen;
        try {
            rijen = boek.begin(periode, namen);
        } catch (JdbiException weg) {
            throw new IOException("the database is not there; nothing was begun", weg);
        }
        return new Verzamelresultaat(periode, ronde.ga(rijen, lijst, voortgang));
    }

    /// Goes on with rows that were waiting: approved, past their term, or due for another attempt. Waits for what is
    /// under way already.
    ///
    /// @throws IOException when the database is not there
    /// @throws InterruptedException when the thread is interrupted
    public List<PerLeverancier> werkBij(Voortgang voortgang) throws IOException, InterruptedException {
        List<Ophaling> rijen;
        try {
            rijen = boek.bezig().stream().filter(this::isAanDeBeurt).toList();
        } catch (JdbiException weg) {
            throw new IOException("the database is not there", weg);
        }
        return rijen.isEmpty()
                ? List.of()
                : ronde.ga(rijen, delen.leveranciers().lijst(), voortgang);
    }

    private boolean isAanDeBeurt(Ophaling rij) {
        boolean wachtOpBesluit = rij.toestand() == Toestand.VERSTUURD || rij.toestand() == Toestand.GOEDGEKEURD;
        return rij.mislukking()
                .map(waarom -> !waarom.volgende().isAfter(delen.clock().instant()))
                .orElse(wachtOpBesluit);
    }

    /// What counts in the figures now.
    public Bronrecords bronrecords() {
        return new Bronrecords(jdbi, delen.lezer());
    }

    /// Requests and answers by date, supplier and kind (S72, S73).
    public Verzoektelling tellingen() {
        return telling;
    }

    /// The figures for Prometheus.
    public Metrics metrics() {
        return metrics;
    }

    /// Port at which suppliers tell their decisions.
    public int poort() {
        return luisteraar.orElseThrow().port();
    }

    /// Port of health and metrics, empty when the settings ask for none.
    public OptionalInt beheerPoort() {
        return beheer.map(server -> OptionalInt.of(server.port())).orElse(OptionalInt.empty());
    }

    /// Stops listening and working, and comes back when what was under way has stopped; it goes on at a next start.
    @Override
    public void close() {
        luisteraar.ifPresent(HttpServer::close);
        wekker.close();
        beheer.ifPresent(HttpServer::close);
    }
}
