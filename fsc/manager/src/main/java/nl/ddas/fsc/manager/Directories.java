// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.fsc.model.PeerId;
import nl.ddas.fsc.model.Protocol;

/// What the Directories say about Services of others. Safe for many threads.
final class Directories {

    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final int MOST = 10_000;

    private final OtherManagers others;
    private final List<OtherManagers.Called> directories;
    private final Clock clock;
    private final Map<Service, Known> known = new ConcurrentHashMap<>();

    private record Service(PeerId provider, String name) {}

    private record Known(Protocol protocol, Instant at) {}

    Directories(OtherManagers others, List<OtherManagers.Called> directories, Clock clock) {
        this.others = others;
        this.directories = List.copyOf(directories);
        this.clock = clock;
    }

    /// In the order of the settings.
    List<OtherManagers.Called> all() {
        return directories;
    }

    /// What a Service speaks; HTTP/1.1 when no Directory knows.
    Protocol protocol(PeerId provider, String name) {
        Service service = new Service(provider, name);
        Instant now = clock.instant();
        Optional<Known> before = Optional.ofNullable(known.get(service)).filter(k -> now.isBefore(k.at().plus(KEPT)));
        return before.map(Known::protocol).orElseGet(() -> {
            Protocol found = directories.stream()
                    .flatMap(directory -> ask(directory, service))
                    .findFirst()
                    .orElse(Protocol.HTTP_1_1);
            if (known.size() >= MOST) {
                known.clear();
            }
            known.put(service, new Known(found, now));
            return found;
        });
    }

    private Stream<Protocol> ask(OtherManagers.Called directory, Service service) {
        try {
            JsonObject answer = others.look(directory, "/services?limit=1000&service_name=" + encode(service.name()));
            return Json.objects(answer, "services")
                    .flatMap(item -> item.object("data").stream())
                    .filter(data -> data.text("name").equals(Optional.of(service.name()))
                            && data.object("peer")
                                    .flatMap(peer -> peer.text("id"))
                                    .equals(Optional.of(service.provider().value())))
                    .flatMap(data -> data.text("protocol").flatMap(Protocol::find).stream());
        } catch (PeerUnreachable unreachable) {
            return Stream.empty();
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
