// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Where the Manager of a Peer is reached: header `Fsc-Manager-Address`. Says nothing about whether it is that Peer's:
/// that is known only after connecting to it.
///
/// @param uri `https`, host, explicit port, nothing behind it
public record ManagerAddress(URI uri) {

    /// Header of every POST and PUT from Manager to Manager but the token request.
    public static final String HEADER = "Fsc-Manager-Address";

    private static final int MAX_LENGTH = 255;

    /// Reads an address.
    ///
    /// @param ports that the Group allows
    /// @return nothing when it is no absolute https address with one of these ports, or has path, query or
    ///     user in it
    public static Optional<ManagerAddress> read(String text, Set<Integer> ports) {
        try {
            URI uri = new URI(text);
            boolean good = text.length() <= MAX_LENGTH
                    && "https".equalsIgnoreCase(uri.getScheme())
                    && uri.getHost() != null
                    && ports.contains(uri.getPort())
                    && uri.getRawUserInfo() == null
                    && uri.getRawPath().isEmpty()
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null;
            return good
                    ? Optional.of(new ManagerAddress(
                            URI.create("https://" + uri.getHost().toLowerCase(Locale.ROOT) + ":" + uri.getPort())))
                    : Optional.empty();
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }

    public String host() {
        return uri.getHost();
    }

    public int port() {
        return uri.getPort();
    }

    @Override
    public String toString() {
        return uri.toString();
    }
}
