// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.register;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import nl.ddas.logboek.model.Verwerkingsactiviteiten;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a log knows of the register, in memory: nothing that is asked here ever waits for the register. One
/// that is away leaves what was known, as does one that changed a version that was known (LDV-R3); and an
/// activity that nobody knows keeps no line out (LDV-R6). Safe for many threads.
public final class Registercache implements Verwerkingsactiviteiten {

    private static final Logger LOG = LoggerFactory.getLogger(Registercache.class);

    private final Registerbron bron;
    private final Registergeheugen geheugen;
    private final Regelaanwezigheid regels;
    private final Clock clock;
    private final AtomicReference<Stand> stand = new AtomicReference<>(Stand.LEEG);
    private volatile Optional<String> klacht = Optional.empty();
    /// When this run last asked the register and was answered well; before everything when it was not yet.
    private Instant gezien = Instant.EPOCH;

    /// One state of the register.
    ///
    /// @param kennis where it comes from
    /// @param merk by which the source knows this state; perhaps empty
    private record Stand(Kennis kennis, String merk, Opslagbron opslag, Map<UUID, Activiteit> activiteiten) {

        static final Stand LEEG =
                of(Kennis.GEEN, "", new Registerdocument(URI.create("urn:leeg"), "", List.of(), List.of()));

        static Stand of(Kennis kennis, String merk, Registerdocument document) {
            Map<UUID, Activiteit> all = new HashMap<>();
            document.activiteiten().forEach(one -> all.put(one.id(), one));
            return new Stand(
                    kennis, merk, new Opslagbron(GeheugenActiviteiten.of(document), document), Map.copyOf(all));
        }

        URI base() {
            return opslag.kop().base();
        }
    }

    private enum Kennis {
        /// The register was never there.
        GEEN,
        /// From an earlier run.
        ONTHOUDEN,
        /// From the register itself.
        GELEZEN
    }

    /// Empty until [#refresh], and forgotten when the process ends.
    public Registercache(Registerbron bron, Clock clock) {
        this(bron, Registergeheugen.GEEN, Regelaanwezigheid.GEEN, clock);
    }

    /// Empty until [#refresh].
    ///
    /// @param geheugen what an earlier run knew
    /// @param regels the lines behind which no version may come
    public Registercache(Registerbron bron, Registergeheugen geheugen, Regelaanwezigheid regels, Clock clock) {
        this.bron = bron;
        this.geheugen = geheugen;
        this.regels = regels;
        this.clock = clock;
    }

    /// Asks the register once more. One that tells another past than was known is not taken over.
    ///
    /// @return whether what is known here is what the register says now; else [#klacht] tells why
    /// @throws RuntimeException when memory or log cannot be asked; what was known stays
    public synchronized boolean refresh() {
        try {
            klacht = asked();
        } catch (RuntimeException failed) {
            klacht = Optional.of(
                    "het logboek kan nu niet nagaan of het register klopt met wat het kende, en houdt zich daaraan."
                            + " De reden staat in het log");
            throw failed;
        }
        return klacht.isEmpty();
    }

    private Optional<String> asked() {
        if (!isBekend()) {
            geheugen.last().ifPresent(known -> stand.set(Stand.of(Kennis.ONTHOUDEN, "", known)));
        }
        // Before asking: what is published while the answer comes may not be in it.
        Instant vraag = clock.instant();
        return switch (bron.fetch(stand.get().merk())) {
            case Registerbron.Antwoord.Zelfde _ -> same(vraag);
            case Registerbron.Antwoord.Nieuw(Registerdocument document, String merk) -> take(document, merk, vraag);
            case Registerbron.Antwoord.Weg(String reden) -> {
                LOG.warn("register: {}; what was known stays", reden);
                yield Optional.of(
                        "het register is niet te lezen; het logboek houdt zich aan wat het wist. De reden staat in"
                                + " het log");
            }
        };
    }

    private Optional<String> same(Instant vraag) {
        if (stand.get().kennis() == Kennis.GELEZEN) {
            gezien = vraag.isAfter(gezien) ? vraag : gezien;
            geheugen.seen(stand.get().base(), gezien);
        }
        return Optional.empty();
    }

    /// @param vraag when it was asked
    /// @return what is wrong with it, Dutch
    private Optional<String> take(Registerdocument document, String merk, Instant vraag) {
        Stand now = stand.get();
        if (now.kennis() == Kennis.GELEZEN && !now.base().equals(document.base())) {
            LOG.error("register: it has another address now, {}; what was known stays", document.base());
            return Optional.of("het register heeft opeens een ander adres (base): " + document.base()
                    + ". Bedoelt u een ander register, start het logboek dan opnieuw");
        }
        // Memory first: another process of this log may have taken over more than this one.
        Optional<Onthouden> known = geheugen.read(document.base())
                .or(() -> Optional.of(now)
                        .filter(one -> one.kennis() == Kennis.GELEZEN)
                        .map(one -> new Onthouden(one.opslag().document(), gezien)))
                .map(one -> one.at(gezien));
        List<Fout> fouten = Verleden.judge(document, known, geheugen.others(document.base()), regels, clock.instant());
        if (fouten.isEmpty()) {
            geheugen.keep(document);
            stand.set(Stand.of(Kennis.GELEZEN, merk, document));
            LOG.info("register: {} activities", document.activiteiten().size());
            return same(vraag);
        }
        if (now.kennis() != Kennis.GELEZEN) {
            known.ifPresent(one -> stand.set(Stand.of(Kennis.ONTHOUDEN, "", one.document())));
        }
        fouten.forEach(one -> LOG.error("register: refused, what was known stays: {} {}", one.code(), one.pointer()));
        return Optional.of(
                "het register vertelt een ander verleden dan het logboek kent; het logboek houdt zich aan wat"
                        + " het kende. " + fouten.getFirst().melding()
                        + (fouten.size() == 1 ? "" : " Aantal andere fouten: " + (fouten.size() - 1) + "."));
    }

    /// Whether the register was ever there, if only in an earlier run.
    public boolean isBekend() {
        return stand.get().kennis() != Kennis.GEEN;
    }

    /// Why what is known here is not what the register says now, Dutch and with what to do; empty when it is.
    public Optional<String> klacht() {
        return klacht;
    }

    /// That what an earlier run knew did not count, so that nobody could tell whether the register changed its
    /// past since, Dutch; empty when it did. What is known here may still be the register as it is now.
    public Optional<String> geheugenklacht() {
        return geheugen.klacht();
    }

    @Override
    public Optional<Verwerkingsactiviteit> find(String uri, long millis) {
        return version(uri, millis).map(Versie::inhoud).map(Registercache::judged);
    }

    private static Verwerkingsactiviteit judged(Inhoud inhoud) {
        Betrokkenen betrokkenen =
                switch (inhoud.logging().subjectLogging()) {
                    case PER_SUBJECT -> Betrokkenen.PER_BETROKKENE;
                    case AGGREGATE -> Betrokkenen.GEAGGREGEERD;
                    case NONE -> Betrokkenen.GEEN;
                };
        return new Verwerkingsactiviteit(betrokkenen, inhoud.logging().detailLevel());
    }

    /// The version that holds for a line (LDV-R2).
    ///
    /// @param uri as it stands in the line
    /// @param millis start of the line, since the epoch
    public Optional<Versie> version(String uri, long millis) {
        Stand now = stand.get();
        return Activiteitadres.of(now.base(), uri)
                .flatMap(adres -> Optional.ofNullable(now.activiteiten().get(adres.id()))
                        .flatMap(one -> adres.versie().isPresent()
                                ? one.version(adres.versie().getAsInt())
                                : one.at(Instant.ofEpochMilli(millis))));
    }

    /// All versions of an activity with the time in which each holds; empty for one that is not known.
    ///
    /// @param uri as it stands in the line; one that names a version has only that, for all time
    public List<Geldigheid> versions(String uri) {
        Stand now = stand.get();
        Optional<Activiteitadres> adres = Activiteitadres.of(now.base(), uri);
        Optional<Activiteit> found = adres.map(Activiteitadres::id).map(now.activiteiten()::get);
        if (found.isEmpty()) {
            return List.of();
        }
        List<Versie> all = found.get().versies();
        OptionalInt named = adres.get().versie();
        if (named.isPresent()) {
            return found.get().version(named.getAsInt()).stream()
                    .map(one -> new Geldigheid(one, Instant.EPOCH, Optional.empty()))
                    .toList();
        }
        return IntStream.range(0, all.size())
                .mapToObj(i -> new Geldigheid(
                        all.get(i),
                        all.get(i).validFrom(),
                        i + 1 < all.size() ? Optional.of(all.get(i + 1).validFrom()) : Optional.empty()))
                .toList();
    }

    /// How long a line is kept (LDV-R8); empty when the register does not say.
    ///
    /// @param millis start of the line, since the epoch
    public Optional<Period> bewaartermijn(String uri, long millis) {
        return version(uri, millis).flatMap(one -> one.inhoud().logging().logRetentionPeriod());
    }

    /// When the lines of an activity began that everybody may see who may read: others may not even be known of
    /// (LDV-R7). What the version says that held at the moment of the line counts; confidentiality ends at the
    /// moment that version names, or that the version of now names: lines do not change, the register does.
    /// What does not lead to a version is not for everybody: an activity that is not known, and a line from
    /// before the first version while no end of confidentiality is named.
    ///
    /// @param uri as it stands in the line
    /// @param nu moment of reading
    /// @return without overlap
    /// @throws IllegalStateException when the register was never there: then nobody knows
    public List<Tijdvak> openbaar(String uri, Instant nu) {
        if (!isBekend()) {
            throw new IllegalStateException("the register was not there yet, so nobody knows what is confidential");
        }
        Optional<Instant> einde = version(uri, nu.toEpochMilli())
                .flatMap(one -> one.inhoud().logging().confidentialUntil());
        if (einde.filter(end -> !nu.isBefore(end)).isPresent()) {
            return List.of(Tijdvak.ALTIJD);
        }
        return versions(uri).stream()
                .filter(one -> isOpen(one.versie().inhoud().logging(), einde, nu))
                .map(one -> new Tijdvak(one.vanaf(), one.tot()))
                .toList();
    }

    private static boolean isOpen(Logwijze logging, Optional<Instant> einde, Instant nu) {
        return !logging.confidential()
                || einde.or(logging::confidentialUntil)
                        .filter(end -> !nu.isBefore(end))
                        .isPresent();
    }

    /// The URIs of all activities, as the register itself writes them.
    public List<String> uris() {
        Stand now = stand.get();
        return now.activiteiten().keySet().stream()
                .map(id -> now.opslag().kop().uri(id).toString())
                .toList();
    }

    /// Whether only who has the right may learn that a line is there: what [#openbaar] leaves out.
    ///
    /// @param uri as it stands in the line
    /// @param regel start of the line
    /// @param nu moment of reading
    /// @throws IllegalStateException when the register was never there: then nobody knows
    public boolean isVertrouwelijk(String uri, Instant regel, Instant nu) {
        return openbaar(uri, nu).stream().noneMatch(one -> one.has(regel));
    }

    /// As [#isVertrouwelijk(String, Instant, Instant)], read now.
    ///
    /// @param millis start of the line, since the epoch
    public boolean isVertrouwelijk(String uri, long millis) {
        return isVertrouwelijk(uri, Instant.ofEpochMilli(millis), clock.instant());
    }

    /// What is known now, for who serves it on: [RegisterApi].
    public Opslagbron known() {
        return stand.get().opslag();
    }
}
