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
/// that is away leaves what was known, and an activity that nobody knows keeps no line out (LDV-R6). Safe for
/// many threads.
public final class Registercache implements Verwerkingsactiviteiten {

    private static final Logger LOG = LoggerFactory.getLogger(Registercache.class);

    private final Registerbron bron;
    private final Clock clock;
    private final AtomicReference<Stand> stand = new AtomicReference<>(Stand.LEEG);

    /// One state of the register.
    ///
    /// @param isBekend whether the register was ever there
    /// @param merk by which the source knows this state; perhaps empty
    private record Stand(boolean isBekend, String merk, Opslagbron opslag, Map<UUID, Activiteit> activiteiten) {

        static final Stand LEEG = of(false, "", new Registerdocument(URI.create("urn:leeg"), "", List.of(), List.of()));

        static Stand of(boolean isBekend, String merk, Registerdocument document) {
            Map<UUID, Activiteit> all = new HashMap<>();
            document.activiteiten().forEach(one -> all.put(one.id(), one));
            return new Stand(
                    isBekend, merk, new Opslagbron(GeheugenActiviteiten.of(document), document), Map.copyOf(all));
        }

        URI base() {
            return opslag.kop().base();
        }
    }

    /// Empty until [#refresh].
    public Registercache(Registerbron bron, Clock clock) {
        this.bron = bron;
        this.clock = clock;
    }

    /// Asks the register once more.
    ///
    /// @return whether it could be asked
    public boolean refresh() {
        return switch (bron.fetch(stand.get().merk())) {
            case Registerbron.Antwoord.Zelfde _ -> true;
            case Registerbron.Antwoord.Nieuw(Registerdocument document, String merk) -> {
                stand.set(Stand.of(true, merk, document));
                LOG.info("register: {} activities", document.activiteiten().size());
                yield true;
            }
            case Registerbron.Antwoord.Weg(String reden) -> {
                LOG.warn("register: {}; what was known stays", reden);
                yield false;
            }
        };
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

    /// Whether only who has the right may learn that a line is there (LDV-R7). It is so from the version that held at
    /// the moment of the line; it ends at the moment that version names, or that the version of now names:
    /// lines do not change, the register does.
    ///
    /// @param uri as it stands in the line
    /// @param regel start of the line
    /// @param nu moment of reading
    /// @throws IllegalStateException when the register was never there: then nobody knows
    public boolean isVertrouwelijk(String uri, Instant regel, Instant nu) {
        if (!stand.get().isBekend()) {
            throw new IllegalStateException("the register was not there yet, so nobody knows what is confidential");
        }
        Optional<Logwijze> then =
                version(uri, regel.toEpochMilli()).map(one -> one.inhoud().logging());
        Optional<Instant> ends = version(uri, nu.toEpochMilli())
                .flatMap(one -> one.inhoud().logging().confidentialUntil())
                .or(() -> then.flatMap(Logwijze::confidentialUntil));
        return then.filter(Logwijze::confidential).isPresent()
                && ends.filter(end -> !nu.isBefore(end)).isEmpty();
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
