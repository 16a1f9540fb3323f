// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Which of our Inways offers which Service. Inways register again and again; the newest word counts. Safe for many
/// threads.
public final class Registrations {

    private final Map<String, Registration> byService = new ConcurrentHashMap<>();

    /// A Service that an Inway offers.
    ///
    /// @param inway `https` address with port, as it stands in tokens
    /// @param seen when the Inway last said so
    public record Registration(String service, URI inway, Instant seen) {

        public Registration {
            if (!"https".equals(inway.getScheme()) || inway.getPort() < 0 || inway.getHost() == null) {
                throw new IllegalArgumentException(
                        "Registration: expected an https address of an Inway with its port, got " + inway);
            }
        }
    }

    /// An Inway says that it offers a Service.
    public void register(Registration registration) {
        byService.put(registration.service(), registration);
    }

    /// A Service is offered no more.
    public void remove(String service) {
        byService.remove(service);
    }

    /// Where a Service is offered.
    public Optional<URI> inway(String service) {
        return Optional.ofNullable(byService.get(service)).map(Registration::inway);
    }

    /// All, in no order.
    public List<Registration> all() {
        return List.copyOf(byService.values());
    }
}
