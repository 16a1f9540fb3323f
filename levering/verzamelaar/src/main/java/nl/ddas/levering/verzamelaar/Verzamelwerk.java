// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.ddas.basis.Metrics;
import nl.ddas.basis.TlsReload;
import nl.ddas.levering.verkeer.Aanleverperiode;
import nl.ddas.levering.verkeer.Certificaatduur;
import nl.ddas.levering.verkeer.Ondertekenproef;
import nl.ddas.levering.verkeer.Sleutelsterkte;
import nl.ddas.levering.verkeer.Sleutelvernieuwing;
import nl.ddas.levering.verzamelaar.Kalender.Verzamelmoment;
import nl.ddas.levering.verzamelaar.Verzamelresultaat.PerLeverancier;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// All that a collector does by itself or when its user asks: everything but listening. Safe for many threads.
final class Verzamelwerk implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Verzamelwerk.class);

    /// Start of the names of all figures.
    static final String CIJFERS = "ddas_verzamelaar";

    private final VerzamelaarOnderdelen delen;
    private final Jdbi jdbi;
    private final Boekhouding boek;
    private final Verzamelregels regels;
    private final Opruiming opruiming;
    private final Metrics metrics = new Metrics();
    private final Verzoektelling telling;
    private final TlsReload sleutels;
    private final Certificaatduur duur;
    private final Ondertekenproef proef;
    private final Sleutelsterkte sterkte;
    private final Sleutelvernieuwing vernieuwing;
    private final Ronde ronde;
    private final Wekker wekker = new Wekker(this::beurt);

    /// @param geheim secret of the person keys
    Verzamelwerk(VerzamelaarConfig config, VerzamelaarOnderdelen delen, Bewijs bewijs, byte[] geheim) {
        this.delen = delen;
        jdbi = delen.database().jdbi(Boekhouding.SCHEMA);
        boek = new Boekhouding(jdbi, delen.clock());
        regels = new Verzamelregels(delen.logboek(), boek, config.oin());
        opruiming = new Opruiming(jdbi, bewijs, config.opslag().bewaartermijn(), delen.clock(), regels);
        telling = new Verzoektelling(jdbi, metrics, delen.clock());
        sleutels = new TlsReload(delen.sleutels().tls(), delen.clock(), Wekker.TIK);
        duur = Certificaatduur.van(
                sleutels, delen.sleutels().ondertekenaar(), delen.sleutels().eigen(), delen.clock());
        duur.meld(metrics, CIJFERS);
        proef = Ondertekenproef.meld(metrics, CIJFERS, delen.sleutels().ondertekenaar(), delen.clock());
        sterkte = Sleutelsterkte.meld(metrics, CIJFERS, duur.certificaten());
        vernieuwing =
                new Sleutelvernieuwing(metrics, CIJFERS, duur.voorBerichten(), this::bijEigenSleutels, delen.clock());
        ronde = new Ronde(config, delen, jdbi, new Ronde.Middelen(boek, bewijs, geheim, telling, sterkte, regels));
    }

    /// What suppliers decide, as it comes in.
    Besluiten besluiten() {
        return new Besluiten(boek, delen.leveranciers(), telling, this::wek);
    }

    /// The key for connections, renewed while it works.
    TlsReload sleutels() {
        return sleutels;
    }

    /// What is written into the log.
    Verzamelregels regels() {
        return regels;
    }

    Jdbi jdbi() {
        return jdbi;
    }

    Verzoektelling telling() {
        return telling;
    }

    Metrics metrics() {
        return metrics;
    }

    /// Whether all this works.
    Gezondheid gezondheid() {
        return new Gezondheid(
                () -> jdbi.useHandle(db -> db.execute("SELECT 1")),
                proef::lukt,
                () -> duur.opmerking(this::bijSleutels),
                regels::stand);
    }

    private Optional<String> bijSleutels() {
        Leveranciers leveranciers = delen.leveranciers();
        String alle = Stream.of(
                        sleutels.remark().or(this::bijEigenSleutels).stream(),
                        leveranciers.bekend().stream().flatMap(this::bijOntvanger),
                        leveranciers.opmerking().stream())
                .flatMap(deel -> deel)
                .collect(Collectors.joining("; "));
        return Optional.of(alle).filter(tekst -> !tekst.isEmpty());
    }

    private Stream<String> bijOntvanger(Leverancier leverancier) {
        return leverancier
                .versleuteling()
                .flatMap(afspraak ->
                        afspraak.opmerking(leverancier.naam(), delen.clock().instant()))
                .stream();
    }

    private Optional<String> bijEigenSleutels() {
        return delen.sleutels().eigen().flatMap(eigen -> eigen.opmerking().get());
    }

    /// Looks at the certificates of who is let in.
    Sleutelsterkte sterkte() {
        return sterkte;
    }

    /// Begins with the regular work.
    void start() {
        wekker.start();
    }

    /// Does the regular work now, as it is done each minute and after each decision; does not wait for it.
    void wek() {
        wekker.wek();
    }

    /// The regular work: waiting for suppliers goes on beside it.
    private void beurt() {
        vernieuwing.kijk(sleutels.tick());
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
            // Nobody waits for it, so what broke is told here; the rows stay, and the next turn takes them up.
            LOG.error("going on with what waited failed: {}", stuk.getClass().getSimpleName());
        }
    }

    /// See [Verzamelaar#ruimOp()].
    void ruimOp() throws IOException {
        opruiming.verlopen();
        opruiming.zwervend();
    }

    /// See [Verzamelaar#verzamel(Aanleverperiode, Voortgang)].
    Verzamelresultaat verzamel(Aanleverperiode periode, Voortgang voortgang) throws IOException, InterruptedException {
        List<Leverancier> lijst = delen.leveranciers().lijst();
        List<String> namen = lijst.stream().map(Leverancier::naam).toList();
        List<String> ontbreken;
        List<Ophaling> rijen;
        try {
            ontbreken = new VorigeVerzameling(jdbi).ontbreken(periode, namen);
            rijen = boek.begin(periode, namen);
        } catch (JdbiException weg) {
            throw new IOException("the database is not there; nothing was begun", weg);
        }
        return new Verzamelresultaat(periode, ronde.ga(rijen, lijst, voortgang), ontbreken);
    }

    /// See [Verzamelaar#afloop(Verzamelmoment)].
    Momentafloop afloop(Verzamelmoment moment) throws IOException {
        try {
            return new VorigeVerzameling(jdbi).afloop(moment);
        } catch (JdbiException weg) {
            throw new IOException("the database is not there", weg);
        }
    }

    /// See [Verzamelaar#werkBij(Voortgang)].
    List<PerLeverancier> werkBij(Voortgang voortgang) throws IOException, InterruptedException {
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

    /// Comes back when what was under way has stopped.
    @Override
    public void close() {
        wekker.close();
    }
}
