// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletContextListener;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.File;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import nl.ddas.logboek.model.Logregel;
import nl.ddas.testkit.Requirement;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The examples of `docs/voorbeelden/logboek-client` do what they say; so does the client on the oldest Java it
/// promises.
class VoorbeeldTest {

    private static final Path VOORBEELDEN = Path.of("../../docs/voorbeelden/logboek-client");

    @TempDir
    private Path map;

    /// Compiled as somebody on Java 17 would, without a warning.
    private URLClassLoader compiled() throws Exception {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        List<String> options = List.of(
                "--release",
                "17",
                "-Xlint:all,-options",
                "-Werror",
                "-proc:none",
                "-d",
                map.toString(),
                "-cp",
                classPath());
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, UTF_8);
                Stream<Path> all = Files.list(VOORBEELDEN)) {
            List<Path> sources =
                    all.filter(file -> file.toString().endsWith(".java")).toList();
            boolean isGood = compiler.getTask(
                            said, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
                    .call();
            assertThat(isGood).as(said.toString()).isTrue();
        }
        return new URLClassLoader(new URL[] {map.toUri().toURL()}, VoorbeeldTest.class.getClassLoader());
    }

    @Test
    void theExampleWritesALine() throws Exception {
        try (Ontvanger ontvanger = new Ontvanger();
                URLClassLoader loader = compiled()) {
            loader.loadClass("Voorbeeld").getMethod("main", String[].class).invoke(null, (Object)
                    new String[] {ontvanger.adres().toString(), "klant-12"});

            isTheLine(ontvanger.line());
        }
    }

    private static void isTheLine(Logregel regel) {
        assertThat(regel.name()).isEqualTo("Dossier inzien");
        assertThat(regel.attributes().text("dpl.core.data_subject_id_type"))
                .hasValue("urn:ldv:pseudoniem:hmac-sha256:1:klantnummer");
    }

    /// Says whose dossier it is, as the example tells to.
    private static final class Dossiers extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) {
            Lopend actie = (Lopend) request.getAttribute(LogboekFilter.ACTIE);
            actie.over(new Betrokkene("klant-12", "klantnummer"));
        }
    }

    @Test
    @Requirement("LDV-A8")
    void theExampleOfAWebApplicationWritesALineForARequest() throws Exception {
        Path sleutel = Files.write(map.resolve("sleutel"), new byte[32]);
        try (Ontvanger ontvanger = new Ontvanger();
                URLClassLoader loader = compiled();
                HttpClient client = HttpClient.newHttpClient()) {
            ServletContextHandler context = new ServletContextHandler();
            context.setInitParameter("logboek.adres", ontvanger.adres().toString());
            context.setInitParameter("logboek.sleutel", sleutel.toString());
            context.setInitParameter("logboek.spoel", map.resolve("spoel").toString());
            context.addEventListener((ServletContextListener)
                    loader.loadClass("Webtoepassing").getConstructor().newInstance());
            context.addServlet(new ServletHolder(new Dossiers()), "/");
            Server server = new Server();
            ServerConnector connector = new ServerConnector(server);
            connector.setHost("127.0.0.1");
            server.addConnector(connector);
            server.setHandler(context);
            server.start();
            try {
                URI uri = URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/");
                HttpRequest request = HttpRequest.newBuilder(uri)
                        .header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
                        .build();
                assertThat(client.send(request, HttpResponse.BodyHandlers.discarding())
                                .statusCode())
                        .isEqualTo(200);
                Logregel regel = ontvanger.line();
                isTheLine(regel);
                assertThat(regel.attributes().text("dpl.core.foreign_operation.processor"))
                        .isEmpty();
            } finally {
                server.stop();
            }
        }
    }

    /// Compiles the example with the same Java 17, in a process of its own.
    @Test
    void itDoesSoOnJava17() throws Exception {
        Optional<Path> java = java17();
        Assumptions.assumeTrue(java.isPresent(), "skipped: there is no Java 17 on this machine");
        try (Ontvanger ontvanger = new Ontvanger()) {
            Process process = new ProcessBuilder(
                            java.get().toString(),
                            "-cp",
                            runtimePath(),
                            VOORBEELDEN.resolve("Voorbeeld.java").toString(),
                            ontvanger.adres().toString(),
                            "klant-12")
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), UTF_8);

            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as(said).isZero();
            isTheLine(ontvanger.line());
        }
    }

    private static String classPath() {
        return System.getProperty("java.class.path");
    }

    /// What an application needs at run time: the client and OpenTelemetry.
    private static String runtimePath() {
        return String.join(
                File.pathSeparator,
                Arrays.stream(classPath().split(File.pathSeparator))
                        .filter(entry -> entry.contains("opentelemetry-")
                                || (entry.contains("client") && !entry.contains("test")))
                        .toList());
    }

    private static Optional<Path> java17() throws Exception {
        Path folder = Path.of("/usr/lib/jvm");
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(jdk -> jdk.getFileName().toString().contains("17"))
                    .filter(jdk -> Files.exists(jdk.resolve("bin/javac")))
                    .map(jdk -> jdk.resolve("bin/java"))
                    .findFirst();
        }
    }
}
