// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.bron;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.ddas.access.AccessEndpoint;
import nl.ddas.basis.Metrics;
import nl.ddas.basis.SealedFolder;
import nl.ddas.basis.TlsReload;
import nl.ddas.levering.bron.Voordeur.Adres;
import nl.ddas.levering.verkeer.Afzenderalarm;
import nl.ddas.levering.verkeer.Certificaatduur;
import nl.ddas.levering.verkeer.Ondertekenproef;
import nl.ddas.levering.verkeer.Ontvangst;
import nl.ddas.levering.verkeer.Problemen;
import nl.ddas.levering.verkeer.Sleutelsterkte;
import nl.ddas.levering.verkeer.Sleutelvernieuwing;
import nl.ddas.levering.verkeer.Verzoeklimiet;
import nl.ddas.trust.Oin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Puts the parts of the supplier's API together, before its ports are opened.
final class Bronopbouw {

    private static final Logger LOG = LoggerFactory.getLogger(Bronopbouw.class);

    /// Start of the names of all figures.
    private static final String CIJFERS = "ddas_bron";

    /// How often the regular work is looked at.
    static final Duration TIK = Duration.ofSeconds(30);

    /// A connection is also silent while a snapshot is being made for it, so its waiting must be the
    /// shorter one.
    private static final Duration GEDULD = Duration.ofMinutes(1);

    /// What needs doing now and then.
    ///
    /// @param regels what is written into the log
    /// @param opruimen removes decisions that were kept long enough
    record Werk(
            Momentopnamen momentopnamen,
            Verslagvoorraad verslagen,
            Verzoektelling telling,
            TlsReload sleutels,
            Sleutelvernieuwing vernieuwing,
            Versleutelinrichting versleuteling,
            Bronregels regels,
            Runnable opruimen) {}

    /// All parts.
    ///
    /// @param voordeur answers on the port of the API
    /// @param beheer answers on the port of the administrator
    record Gebouwd(Werk werk, Voordeur voordeur, Beheer beheer) {}

    private final BronConfig config;
    private final BronOnderdelen onderdelen;
    private final Clock clock;
    private final Bronregels regels;

    Bronopbouw(BronConfig config, BronOnderdelen onderdelen) {
        this.config = config;
        this.onderdelen = onderdelen;
        this.clock = onderdelen.clock();
        this.regels = new Bronregels(
                onderdelen.logboek(),
                onderdelen.afzenders(),
                Oin.of(onderdelen.sleutels().ondertekenaar().certificate()),
                config.softwarenaam());
    }

    /// Takes over what an earlier run left, and puts the rest beside it.
    ///
    /// @throws IOException when the storage cannot be opened
    /// @throws IllegalArgumentException when the settings ask for what the keys cannot do
    Gebouwd bouw(Gegevensbron bron, Momentopnamemelder melder) throws IOException {
        SealedFolder map = SealedFolder.open(
                config.opslag().map().resolve("momentopnamen"), config.opslag().sleutel(), onderdelen.willekeur());
        Paginas paginas = paginas(map);
        Momentopnamen momentopnamen = momentopnamen(bron, melder, map, paginas);
        VerslagenArchief archief = VerslagenArchief.open(config.opslag(), clock, onderdelen.willekeur());
        Verslagvoorraad verslagen = verslagen(archief);
        Metrics cijfers = new Metrics();
        Verzoektelling telling = telling(cijfers);
        TlsReload sleutels = new TlsReload(onderdelen.sleutels().tls(), clock, TIK);
        Certificaatduur duur = duur(sleutels);
        duur.meld(cijfers, CIJFERS);
        Sleutelvernieuwing vernieuwing = vernieuwing(cijfers, duur);
        Gezondheid gezondheid = gezondheid(
                momentopnamen, verslagen, () -> duur.opmerking(() -> sleutelopmerking(sleutels)), proef(cijfers));
        Beheer.meld(cijfers, gezondheid, paginas);
        Beheer.meld(cijfers, verslagen);
        Ontvangst ontvangst = ontvangst(cijfers, duur);
        Problemen problemen = problemen();
        Versleutelinrichting versleuteling =
                Versleutelinrichting.maak(config.toegang().versleuteling(), onderdelen, sleutels);
        Map<String, Adres> adressen = adressen(
                gegevens(ontvangst, versleuteling, momentopnamen, paginas),
                new Verslagenweg(ontvangst, archief, verslagen, config.grenzen().grootsteVerslag(), problemen, regels),
                new Gezondheidsweg(gezondheid, problemen),
                ontvangst);
        return new Gebouwd(
                new Werk(
                        momentopnamen,
                        verslagen,
                        telling,
                        sleutels,
                        vernieuwing,
                        versleuteling,
                        regels,
                        onderdelen.beslissing().opruimen()),
                voordeur(adressen, ontvangst, telling, Afzenderalarm.meld(cijfers, CIJFERS, clock), problemen),
                new Beheer(gezondheid, telling, cijfers, momentopnamen, beslispunt()));
    }

    private Paginas paginas(SealedFolder map) {
        return new Paginas(
                map,
                onderdelen.sleutels().ondertekenaar(),
                clock,
                config.grenzen().paginaRuimte());
    }

    private Ontvangst ontvangst(Metrics cijfers, Certificaatduur duur) {
        return new Ontvangst(
                onderdelen.sleutels().verificateur(),
                onderdelen.afzenders(),
                config.toegang().toegestaan()::containsKey,
                Sleutelsterkte.meld(cijfers, CIJFERS, duur.certificaten()));
    }

    private Gezondheid gezondheid(
            Momentopnamen momentopnamen,
            Verslagvoorraad verslagen,
            Supplier<Optional<String>> opmerking,
            Ondertekenproef proef) {
        return new Gezondheid(momentopnamen, verslagen, config, clock, opmerking, regels::stand, proef);
    }

    private Ondertekenproef proef(Metrics cijfers) {
        return Ondertekenproef.meld(cijfers, CIJFERS, onderdelen.sleutels().ondertekenaar(), clock);
    }

    /// Without those whose time was over while nothing ran.
    private Verslagvoorraad verslagen(VerslagenArchief archief) throws IOException {
        Verslagvoorraad verslagen = Verslagvoorraad.open(
                archief, config.opslag().verslagen(), config.grenzen().grootsteVerslag(), clock);
        regels.vernietig(verslagen);
        return verslagen;
    }

    private Verzoektelling telling(Metrics cijfers) throws IOException {
        Verzoektelling telling = Verzoektelling.open(config.opslag().map().resolve("tellingen.csv"), cijfers, clock);
        telling.terzijde().ifPresent(Bronopbouw::meldTerzijde);
        return telling;
    }

    private Gegevensweg gegevens(
            Ontvangst ontvangst, Versleutelinrichting versleuteling, Momentopnamen momentopnamen, Paginas paginas) {
        Paginazoeker zoeker = new Paginazoeker(
                momentopnamen,
                paginas,
                new Toegangspoort(onderdelen.beslissing().punt(), clock),
                config,
                regels,
                clock);
        Versleuteldeweg versleuteld =
                new Versleuteldeweg(ontvangst, zoeker, config.toegang().versleuteling(), versleuteling);
        return new Gegevensweg(ontvangst, versleuteld, zoeker, config, clock);
    }

    private Voordeur voordeur(
            Map<String, Adres> adressen,
            Ontvangst ontvangst,
            Verzoektelling telling,
            Afzenderalarm alarm,
            Problemen problemen) {
        Verzoeklimiet limiet = new Verzoeklimiet(config.grenzen().verzoekenPerMinuut(), clock);
        return new Voordeur(adressen, ontvangst, limiet, telling, alarm, problemen);
    }

    /// Those that an earlier run left, taken over.
    private Momentopnamen momentopnamen(Gegevensbron bron, Momentopnamemelder melder, SealedFolder map, Paginas paginas)
            throws IOException {
        IndexOpslag indexen = new IndexOpslag(onderdelen.lezer());
        Momentopnamen momentopnamen = new Momentopnamen(
                map,
                new Momentopnamemaker(bron, map, indexen, config, regels, clock),
                paginas,
                config.gegevens().verversing(),
                clock,
                GEDULD,
                melder);
        momentopnamen.herstel(indexen);
        return momentopnamen;
    }

    /// @throws IllegalArgumentException when tokens are asked for and there are no keys to sign them with
    private Optional<Tokeninrichting> tokens() {
        return config.toegang().tokens().modus() == Tokenmodus.UIT
                ? Optional.empty()
                : Optional.of(Tokeninrichting.maak(
                        config.toegang().tokens(),
                        onderdelen
                                .sleutels()
                                .eigen()
                                .orElseThrow(() -> new IllegalArgumentException(
                                        "Er zijn tokens ingesteld, en er zijn geen eigen sleutels om ze te tekenen.")),
                        onderdelen));
    }

    private Map<String, Adres> adressen(Weg gegevens, Weg verslagen, Weg gezondheid, Ontvangst ontvangst) {
        Optional<Tokeninrichting> tokens = tokens();
        UnaryOperator<Weg> controle =
                weg -> tokens.map(inrichting -> inrichting.voor(weg)).orElse(weg);
        Map<String, Adres> adressen = new HashMap<>(Map.of(
                "/v1/gegevens", Adres.sturen(regels.verzoek(controle.apply(gegevens))),
                "/v1/verwerkingsverslagen", Adres.sturen(regels.verslag(controle.apply(verslagen))),
                "/v1/openapi.json", Adres.lezen(Openapi.voorV1()),
                "/seed-2024-07/openapi.json", Adres.lezen(Openapi.voorSeed()),
                "/health", Adres.lezen(gezondheid)));
        tokens.ifPresent(inrichting -> adressen.putAll(inrichting.adressen(ontvangst)));
        onderdelen.sleutels().eigen().map(Sleutelsweg::adres).ifPresent(adres -> adressen.put(Sleutelsweg.PAD, adres));
        return adressen;
    }

    private AccessEndpoint beslispunt() {
        return new AccessEndpoint(
                onderdelen.beslissing().punt(),
                URI.create("http://127.0.0.1:" + config.luisteren().beheerPoort()));
    }

    private Certificaatduur duur(TlsReload sleutels) {
        return Certificaatduur.van(
                sleutels,
                onderdelen.sleutels().ondertekenaar(),
                onderdelen.sleutels().eigen(),
                clock);
    }

    private Sleutelvernieuwing vernieuwing(Metrics cijfers, Certificaatduur duur) {
        return new Sleutelvernieuwing(
                cijfers,
                CIJFERS,
                duur.voorBerichten(),
                () -> onderdelen.sleutels().eigen().flatMap(eigen -> eigen.opmerking()
                        .get()),
                clock);
    }

    private Optional<String> sleutelopmerking(TlsReload sleutels) {
        Optional<String> eigen = sleutels.remark()
                .or(() -> onderdelen.sleutels().eigen().flatMap(een -> een.opmerking()
                        .get()));
        String alle = Stream.concat(
                        eigen.stream(),
                        config.toegang().versleuteling().afspraken().entrySet().stream()
                                .flatMap(een -> een.getValue().opmerking(een.getKey(), clock.instant()).stream()))
                .collect(Collectors.joining("; "));
        return Optional.of(alle).filter(tekst -> !tekst.isEmpty());
    }

    private Problemen problemen() {
        return new Problemen(
                config.probleemBasis(),
                onderdelen.sleutels().ondertekenaar(),
                onderdelen.willekeur(),
                Toegangsprobleem::schrijf,
                clock);
    }

    private static void meldTerzijde(Verzoektelling.Terzijde terzijde) {
        LOG.error(
                "tellingen.csv: lines {} cannot be read and do not count on; the whole file was kept as {}",
                terzijde.regels(),
                terzijde.bestand());
    }
}
