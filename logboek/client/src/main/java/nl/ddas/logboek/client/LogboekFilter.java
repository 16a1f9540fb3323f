// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.client;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A line for each request that a servlet handles: the trace context of the caller is taken over, and the status
/// follows from the answer. The servlet finds its action as request attribute [#ACTIE], to say whose data it
/// processed. Requests that the servlet answers later, on another thread, need a line of their own.
public class LogboekFilter extends HttpFilter {

    /// Name of the request attribute that holds the [Lopend].
    public static final String ACTIE = "nl.ddas.logboek.actie";

    private static final long serialVersionUID = 1L;

    private final transient Logboek logboek;
    private final transient Function<HttpServletRequest, Actie> actie;
    private final transient Function<HttpServletRequest, Optional<URI>> aanroeper;

    /// @param actie what a request is going to do
    /// @param aanroeper the address of the party that the connection proves to be calling: from its client
    ///     certificate or token by a list of known parties, never from a header
    public LogboekFilter(
            Logboek logboek,
            Function<HttpServletRequest, Actie> actie,
            Function<HttpServletRequest, Optional<URI>> aanroeper) {
        this.logboek = logboek;
        this.actie = actie;
        this.aanroeper = aanroeper;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<Actie> wat = action(request);
        if (wat.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        try {
            logboek.execute(wat.get(), lopend -> {
                request.setAttribute(ACTIE, lopend);
                chain.doFilter(request, response);
                lopend.httpStatus(response.getStatus());
            });
        } catch (IOException | ServletException | RuntimeException known) {
            throw known;
        } catch (Exception other) {
            // The log declares whatever its work may throw; a chain throws no other checked ones.
            throw new ServletException(other);
        }
    }

    /// Empty, and told, when the application cannot say what the request is: that is no reason to refuse it.
    private Optional<Actie> action(HttpServletRequest request) {
        try {
            Aanroep aanroep = Aanroep.of(headers(request), aanroeper.apply(request));
            return Optional.of(actie.apply(request).van(aanroep));
        } catch (RuntimeException broken) {
            logboek.notWritten(
                    "a request could not be described: " + broken.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    /// A container may keep headers to itself.
    private static Map<String, List<String>> headers(HttpServletRequest request) {
        Map<String, List<String>> headers = new HashMap<>();
        for (String name : List.of("traceparent", "tracestate")) {
            @Nullable Enumeration<String> values = request.getHeaders(name);
            headers.put(name, values == null ? List.of() : Collections.list(values));
        }
        return headers;
    }
}
