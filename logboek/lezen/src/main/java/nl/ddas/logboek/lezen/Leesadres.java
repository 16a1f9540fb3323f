// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.lezen;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/// The base address of a read API, such as `https://logboek.voorbeeld.nl/lezen/v1`: https, a host, perhaps a port and
/// a path; nothing else.
///
/// @param uri without a slash at the end
public record Leesadres(URI uri) {

    private static final String VRAAG = "/processing-activities";
    private static final int HTTPS = 443;
    private static final int LANGST = 2000;

    /// Empty when the text is something else; an address that ends in the path of the question is cut there.
    public static Optional<Leesadres> of(String text) {
        if (text.length() > LANGST) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(text);
            boolean isPlain = uri.getRawUserInfo() == null && uri.getRawQuery() == null && uri.getRawFragment() == null;
            if (!"https".equalsIgnoreCase(uri.getScheme()) || uri.getHost() == null || !isPlain) {
                return Optional.empty();
            }
            String path = uri.getRawPath().replaceAll("/+$", "");
            path = path.endsWith(VRAAG) ? path.substring(0, path.length() - VRAAG.length()) : path;
            String port = uri.getPort() < 0 || uri.getPort() == HTTPS ? "" : ":" + uri.getPort();
            return Optional.of(
                    new Leesadres(URI.create("https://" + uri.getHost().toLowerCase(Locale.ROOT) + port + path)));
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }

    /// Where the question goes.
    URI vraag() {
        return URI.create(uri + VRAAG);
    }

    /// Host and port, as in a list of those that are allowed; without the usual port.
    public String plaats() {
        return uri.getPort() < 0 ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
    }

    @Override
    public String toString() {
        return uri.toString();
    }
}
