// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.client;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.EnumSet;
import java.util.Enumeration;
import java.util.Optional;
import nl.ddas.logboek.model.Logregel;
import nl.ddas.logboek.model.Status;
import nl.ddas.testkit.Requirement;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// In a servlet container, over a socket.
class LogboekFilterTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    private final Gehoord gehoord = new Gehoord();
    private Ontvanger ontvanger;
    private Logboek logboek;
    private Server server;
    private HttpClient client;

    /// Answers with the status that is asked for, and says whose data it used.
    private static final class Balie extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            if (request.getAttribute(LogboekFilter.ACTIE) instanceof Lopend lopend) {
                lopend.over(new Betrokkene("999993653", "BSN"));
            }
            String status = request.getParameter("status");
            if (status.equals("break")) {
                throw new IOException("broken");
            }
            response.setStatus(Integer.parseInt(status));
        }
    }

    private static final class WithoutHeaders extends HttpServletRequestWrapper {
        WithoutHeaders(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable Enumeration<String> getHeaders(String name) {
            return null;
        }
    }

    @BeforeEach
    void start() throws Exception {
        ontvanger = new Ontvanger();
        logboek = Logboek.open(ontvanger.instelling().with(gehoord));
        ServletContextHandler context = new ServletContextHandler();
        context.addFilter(
                new FilterHolder((Filter) (request, response, chain) -> chain.doFilter(
                        request.getParameter("status").equals("203")
                                ? new WithoutHeaders((HttpServletRequest) request)
                                : request,
                        response)),
                "/*",
                EnumSet.of(DispatcherType.REQUEST));
        context.addFilter(
                new FilterHolder(new LogboekFilter(
                        logboek,
                        LogboekFilterTest::action,
                        request -> Optional.of(URI.create("https://beller.voorbeeld.nl/")))),
                "/*",
                EnumSet.of(DispatcherType.REQUEST));
        context.addServlet(new ServletHolder(new Balie()), "/");
        server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(context);
        server.start();
        client = HttpClient.newHttpClient();
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
        client.close();
        logboek.close();
        ontvanger.close();
    }

    private static Actie action(HttpServletRequest request) {
        if (request.getParameter("status").equals("202")) {
            throw new IllegalStateException("bug in the description");
        }
        return Actie.of("Verzoek aan de balie", Ontvanger.ACTIVITEIT);
    }

    @Test
    @Requirement("LDV-A16")
    void aRequestThatCannotBeDescribedIsServedWithoutALine() throws Exception {
        get("202", Optional.empty());

        assertThat(gehoord.next()).startsWith("1 a request could not be described");
        assertThat(ontvanger.isEmpty()).isTrue();
    }

    /// As the interface of servlets allows.
    @Test
    @Requirement("LDV-A16")
    void aContainerThatKeepsHeadersToItselfIsServed() throws Exception {
        get("203", Optional.of("00-" + TRACE + "-00f067aa0ba902b7-01"));

        assertThat(ontvanger.line().parentSpanId()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"200, UNSET", "404, UNSET", "500, ERROR", "break, ERROR"})
    @Requirement({"LDV-A6", "LDV-A7", "LDV-A18"})
    void eachRequestGivesALineWithTheStatusOfItsAnswer(String status, Status expected) throws Exception {
        get(status, Optional.empty());

        Logregel regel = ontvanger.line();
        assertThat(regel.name()).isEqualTo("Verzoek aan de balie");
        assertThat(regel.status()).isEqualTo(expected);
        assertThat(regel.dataSubjectId()).isPresent();
        assertThat(regel.parentSpanId()).isEmpty();
    }

    @Test
    @Requirement({"LDV-A8", "LDV-A9", "LDV-A15"})
    void theTraceOfTheCallerGoesOn() throws Exception {
        get("200", Optional.of("00-" + TRACE + "-00f067aa0ba902b7-01"));

        Logregel regel = ontvanger.line();
        assertThat(regel.traceId().hex()).isEqualTo(TRACE);
        assertThat(regel.attributes().text("dpl.core.foreign_operation.processor"))
                .hasValue("https://beller.voorbeeld.nl/");
    }

    private void get(String status, Optional<String> traceparent) throws Exception {
        int port = ((ServerConnector) server.getConnectors()[0]).getLocalPort();
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/?status=" + status));
        traceparent.ifPresent(header -> request.header("traceparent", header));
        assertThat(client.send(request.build(), HttpResponse.BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(status.equals("break") ? 500 : Integer.parseInt(status));
    }
}
