// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import nl.ddas.basis.Database;
import nl.ddas.basis.HttpClient;
import nl.ddas.basis.Network;
import nl.ddas.basis.Request;
import nl.ddas.basis.Tls;
import nl.ddas.logboek.dienst.Deel;
import nl.ddas.logboek.dienst.Dienstonderdelen;
import nl.ddas.logboek.dienst.PostgresActiviteitregels;
import nl.ddas.logboek.register.Bestandsbron;
import nl.ddas.logboek.register.PostgresRegistergeheugen;
import nl.ddas.logboek.register.Recht;
import nl.ddas.logboek.register.RegisterApi;
import nl.ddas.logboek.register.Registerbron;
import nl.ddas.logboek.register.Registercache;
import nl.ddas.logboek.register.Registergeheugen;
import nl.ddas.logboek.register.Registerverversing;
import nl.ddas.logboek.register.Webbron;
import nl.ddas.trust.Oin;

/// What a log knows of its register, kept up to date while it runs, and served on.
final class Registerdeel implements Dienstonderdelen.Bijdelen, AutoCloseable {

    /// Where it is served.
    private static final String PAD = "/register";

    private static final Duration GEDULD = Duration.ofSeconds(10);

    private final LogboekRegister instelling;
    private final Registercache cache;
    private final Registerverversing verversing;
    private final Clock klok;

    /// What it stands on; all stays the caller's to close.
    ///
    /// @param tls by which another party knows us
    /// @param database of the log
    /// @param isKlaar whether another account makes the tables
    record Grond(Network network, Optional<Supplier<Tls>> tls, Database database, boolean isKlaar, Clock klok) {}

    private Registerdeel(LogboekRegister instelling, Registercache cache, Registerverversing verversing, Clock klok) {
        this.instelling = instelling;
        this.cache = cache;
        this.verversing = verversing;
        this.klok = klok;
    }

    /// Starts with the register as it is now; when it is away or tells another past, with what the log knew.
    ///
    /// @throws VerkeerdGebruik when the log never knew it either
    static Registerdeel start(LogboekRegister instelling, Grond grond) {
        Registercache cache = cache(instelling, grond);
        Registerverversing verversing = Registerverversing.start(cache, Registerverversing.GEWOON);
        if (!cache.isBekend()) {
            verversing.close();
            throw onbruikbaar(instelling, "(zie het log). Kijk of het er is en klopt");
        }
        return new Registerdeel(instelling, cache, verversing, grond.klok());
    }

    /// The register as it is now, for who removes by it.
    ///
    /// @throws VerkeerdGebruik when it is away, tells another past, or nobody could tell whether it does: then
    ///     nothing may be removed
    static Registercache zeker(LogboekRegister instelling, Grond grond) {
        Registercache cache = cache(instelling, grond);
        boolean isNu = cache.refresh();
        Optional<String> waarom = isNu ? cache.geheugenklacht() : cache.klacht();
        if (!isNu || waarom.isPresent()) {
            throw onbruikbaar(instelling, "en er wordt dus niets verwijderd: " + waarom.orElse(""));
        }
        return cache;
    }

    private static VerkeerdGebruik onbruikbaar(LogboekRegister instelling, String waarom) {
        return new VerkeerdGebruik("het register " + instelling.herkomst() + " kan niet worden gebruikt " + waarom);
    }

    private static Registercache cache(LogboekRegister instelling, Grond grond) {
        Registergeheugen geheugen = grond.isKlaar()
                ? PostgresRegistergeheugen.connect(grond.database())
                : PostgresRegistergeheugen.open(grond.database());
        Registerbron bron =
                switch (instelling.herkomst()) {
                    case LogboekRegister.Herkomst.Bestand(var bestand) -> new Bestandsbron(bestand);
                    case LogboekRegister.Herkomst.Adres(var adres) -> merk -> vraag(adres, merk, grond);
                };
        return new Registercache(bron, geheugen, PostgresActiviteitregels.open(grond.database())::has, grond.klok());
    }

    /// Once a minute at most, so with a client of its own each time: our certificate may be another by now.
    private static Registerbron.Antwoord vraag(URI adres, String merk, Grond grond) {
        HttpClient.Config config = new HttpClient.Config(
                adres.getScheme().equals("https") ? grond.tls().map(Supplier::get) : Optional.empty(), GEDULD, GEDULD);
        try (HttpClient client = HttpClient.open(grond.network(), config)) {
            return new Webbron(client, adres, grond.klok()).fetch(merk);
        } catch (IllegalArgumentException geenSleutel) {
            return new Registerbron.Antwoord.Weg(
                    "it cannot be asked with our key material: " + geenSleutel.getMessage());
        }
    }

    /// What is known of it.
    Registercache cache() {
        return cache;
    }

    @Override
    public List<Deel> make(Dienstonderdelen.Kern kern) {
        kern.haken().opmerking(cache::klacht);
        kern.haken().opmerking(cache::geheugenklacht);
        kern.haken().opmerking(verversing::remark);
        kern.metrics()
                .gauge(
                        "logbook_register_current",
                        "1 when the log goes by the register as it is now, 0 when by what it knew before",
                        () -> cache.klacht().isEmpty() ? 1 : 0);
        return List.of(new Deel(PAD, new RegisterApi(PAD + "/v1", cache, this::rechten, klok)));
    }

    private Optional<Set<Recht>> rechten(Request vraag) {
        return vraag.peer().stream()
                .findFirst()
                .flatMap(Oin::of)
                .flatMap(oin -> Optional.ofNullable(instelling.lezers().get(oin.value())));
    }

    @Override
    public void close() {
        verversing.close();
    }
}
