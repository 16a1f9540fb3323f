// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.model.Protocol;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the Directories say about Services of others. Safe for many threads.
final class Directories {

    private static final Logger LOG = LoggerFactory.getLogger(Directories.class);
    private static final Duration KEPT = Duration.ofMinutes(10);

    /// For so long what was known before is used when no Directory answers, or while it is asked.
    private static final Duration AGAIN = Duration.ofMinutes(1);
    private static final int MOST = 10_000;

    private final OtherManagers others;
    private final List<OtherManagers.Called> directories;
    private final Clock clock;
    private final Map<Service, Known> known = new ConcurrentHashMap<>();

    private record Service(PeerId provider, String name) {}

    /// @param until when it is to be asked again
    private record Known(Protocol protocol, Instant until) {}

    Directories(OtherManagers others, List<OtherManagers.Called> directories, Clock clock) {
        this.others = others;
        this.directories = List.copyOf(directories);
        this.clock = clock;
    }

    /// What a Service speaks; when no Directory answers what one said last, and HTTP/1.1 when none ever knew.
    Protocol protocol(PeerId provider, String name) {
        Service service = new Service(provider, name);
        Instant now = clock.instant();
        Optional<Known> before = Optional.ofNullable(known.get(service));
        if (before.filter(kept -> now.isBefore(kept.until())).isPresent()) {
            return before.get().protocol();
        }
        // One asks; a Directory that hangs does not keep the others waiting.
        before.ifPresent(kept -> keep(service, new Known(kept.protocol(), now.plus(AGAIN))));
        return ask(service, before.map(Known::protocol).orElse(Protocol.HTTP_1_1), now);
    }

    private Protocol ask(Service service, Protocol last, Instant now) {
        boolean answered = false;
        for (OtherManagers.Called directory : directories) {
            try {
                Optional<Protocol> found = ask(directory, service);
                answered = true;
                if (found.isPresent()) {
                    return keep(service, new Known(found.get(), now.plus(KEPT)));
                }
            } catch (PeerUnreachable unreachable) {
                LOG.info("not known what service {} speaks: {}", service.name(), unreachable.getMessage());
            }
        }
        return keep(
                service, answered ? new Known(Protocol.HTTP_1_1, now.plus(KEPT)) : new Known(last, now.plus(AGAIN)));
    }

    private Protocol keep(Service service, Known found) {
        if (known.size() >= MOST) {
            known.clear();
        }
        known.put(service, found);
        return found.protocol();
    }

    private Optional<Protocol> ask(OtherManagers.Called directory, Service service) {
        JsonObject answer =
                others.look(directory, "/services?limit=1000&service_name=" + FormText.encode(service.name()));
        return Json.objects(answer, "services")
                .flatMap(item -> item.object("data").stream())
                .filter(data -> data.text("name").equals(Optional.of(service.name()))
                        && data.object("peer")
                                .flatMap(peer -> peer.text("id"))
                                .equals(Optional.of(service.provider().value())))
                .flatMap(data -> data.text("protocol").flatMap(Protocol::find).stream())
                .findFirst();
    }
}
