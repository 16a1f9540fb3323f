// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;

/// Our own Services, Inways and Outways. What is here survives a restart. Inways and Outways register again and
/// again, at least once a minute. One that stays silent is offered to nobody, and at last it is forgotten; when
/// it comes back it counts at once. Safe for many threads.
public final class Registrations {

    /// Who was not heard of for so long is taken to be away: twice as long as a gateway may wait.
    static final Duration SILENT = Duration.ofMinutes(2);

    /// An Inway that was not heard of for so long is taken to be gone for good.
    static final Duration INWAY_GONE = Duration.ofDays(60);

    /// An Outway too: longer than one that only runs for a collection once a year is off. It takes the keys with it
    /// that it had before, and contracts may still name those.
    static final Duration OUTWAY_GONE = Duration.ofDays(400);

    private final Kept kept;
    private final Map<String, URI> fixed;
    private final Clock clock;
    private final Instant opened;
    private final Map<String, RegisteredInway> inways = new ConcurrentHashMap<>();
    private final Map<String, RegisteredOutway> outways = new ConcurrentHashMap<>();
    private final Map<String, OwnService> services = new ConcurrentHashMap<>();
    private final Namesakes namesakes;

    /// Takes up what is kept.
    ///
    /// @param fixed Inway by name of the Service, for Inways that do not register themselves
    public Registrations(Kept kept, Map<String, URI> fixed, Clock clock) {
        this.kept = kept;
        this.fixed = Map.copyOf(fixed);
        this.clock = clock;
        this.opened = clock.instant();
        this.namesakes = new Namesakes(SILENT, opened);
        kept.all(Kept.Kind.INWAY)
                .forEach((name, json) -> RegisteredInway.stored(name, json).ifPresent(i -> inways.put(name, i)));
        kept.all(Kept.Kind.OUTWAY)
                .forEach((name, json) -> RegisteredOutway.stored(name, json).ifPresent(o -> outways.put(name, o)));
        kept.all(Kept.Kind.SERVICE).forEach((name, json) -> services.put(name, OwnService.read(name, json)));
        Stream.concat(inways.values().stream(), outways.values().stream()).forEach(namesakes::had);
    }

    /// Who has the name that an Inway or Outway wants to register by, when that is refused: it had the name itself
    /// until another took its place, and that one is heard of. One that is new gets the name,
    /// except in the first minutes of the Manager.
    synchronized Optional<RegisteredGateway> taken(RegisteredGateway asking) {
        Optional<RegisteredGateway> there =
                switch (asking) {
                    case RegisteredInway inway -> Optional.ofNullable(inways.get(inway.name()));
                    case RegisteredOutway outway -> Optional.ofNullable(outways.get(outway.name()));
                };
        return there.filter(holder -> isAlive(holder.seen()) && namesakes.refuse(asking, holder));
    }

    /// An Inway says that it is there.
    public synchronized void register(RegisteredInway inway) {
        kept.put(Kept.Kind.INWAY, inway.name(), inway.toJson());
        RegisteredInway before = inways.put(inway.name(), inway);
        if (before != null) {
            namesakes.replace(before, inway);
        }
    }

    /// An Outway says that it is there. Which keys it had before is remembered.
    public synchronized void register(RegisteredOutway outway) {
        outways.compute(outway.name(), (name, before) -> {
            RegisteredOutway now = before == null ? outway : outway.after(before);
            kept.put(Kept.Kind.OUTWAY, name, now.toJson());
            if (before != null) {
                namesakes.replace(before, now);
            }
            return now;
        });
    }

    /// Puts a Service there, or in the place of the one with its name.
    public synchronized void put(OwnService service) {
        kept.put(Kept.Kind.SERVICE, service.name(), service.toJson());
        services.put(service.name(), service);
    }

    /// Forgets Inways and Outways that are gone for good.
    ///
    /// @return their names; they can no longer be asked for
    public synchronized List<String> forgetGone() {
        List<String> gone = new ArrayList<>();
        for (RegisteredInway inway : inways()) {
            if (isGone(inway.seen(), INWAY_GONE) && remove(Kept.Kind.INWAY, inway.name())) {
                gone.add(inway.name());
            }
        }
        for (RegisteredOutway outway : outways()) {
            if (isGone(outway.seen(), OUTWAY_GONE) && remove(Kept.Kind.OUTWAY, outway.name())) {
                gone.add(outway.name());
            }
        }
        return gone;
    }

    private boolean isGone(Instant seen, Duration after) {
        return !isAlive(seen) && !clock.instant().isBefore(seen.plus(after));
    }

    /// Removes what has this name.
    ///
    /// @return whether it was there
    public synchronized boolean remove(Kept.Kind kind, String name) {
        Map<String, ?> here =
                switch (kind) {
                    case INWAY -> inways;
                    case OUTWAY -> outways;
                    case SERVICE -> services;
                    case KEY, SELF ->
                        throw new IllegalArgumentException("Registrations: holds nothing of kind " + kind);
                };
        kept.remove(kind, name);
        return here.remove(name) != null;
    }

    /// Where a Service is offered: by the Inway that was seen last, or as fixed by the settings. Nothing when it is
    /// switched off.
    public Optional<URI> inway(String service) {
        if (service(service).filter(s -> !s.enabled()).isPresent()) {
            return Optional.empty();
        }
        return inways.values().stream()
                .filter(inway -> inway.services().contains(service) && isAlive(inway.seen()))
                .max(Comparator.comparing(RegisteredInway::seen))
                .map(RegisteredInway::address)
                .or(() -> Optional.ofNullable(fixed.get(service)));
    }

    /// Whether one that was last seen then was heard of lately. When we start all get the time to report themselves.
    boolean isAlive(Instant seen) {
        Instant latest = seen.isAfter(opened) ? seen : opened;
        return clock.instant().isBefore(latest.plus(SILENT));
    }

    /// What health notes of Inways and Outways that are silent, or of which there are two by one name, Dutch; empty
    /// when all is well.
    Optional<String> note() {
        Instant now = clock.instant();
        List<String> notes = Stream.<RegisteredGateway>concat(inways().stream(), outways().stream())
                .flatMap(gateway ->
                        isAlive(gateway.seen()) ? namesakes.notes(gateway, now).stream() : Stream.of(silent(gateway)))
                .toList();
        return notes.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", notes));
    }

    private static String silent(RegisteredGateway gateway) {
        return gateway.kind() + " " + gateway.name() + " heeft zich niet gemeld sinds " + Moments.text(gateway.seen())
                + "; komt hij niet terug, verwijder hem dan met ddas fsc beheer "
                + gateway.kind().toLowerCase(Locale.ROOT) + "-verwijderen";
    }

    /// All Inways, silent ones too, by name.
    public List<RegisteredInway> inways() {
        return sorted(inways.values().stream(), RegisteredInway::name);
    }

    /// All Outways, by name.
    public List<RegisteredOutway> outways() {
        return sorted(outways.values().stream(), RegisteredOutway::name);
    }

    /// The Outway with this name.
    public Optional<RegisteredOutway> outway(String name) {
        return Optional.ofNullable(outways.get(name));
    }

    /// All Services that our operators described, by name.
    public List<OwnService> services() {
        return sorted(services.values().stream(), OwnService::name);
    }

    /// The Service with this name.
    public Optional<OwnService> service(String name) {
        return Optional.ofNullable(services.get(name));
    }

    private static <T> List<T> sorted(Stream<T> all, Function<T, String> name) {
        return all.sorted(Comparator.comparing(name)).toList();
    }
}
