// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verzamelaar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import nl.ddas.basis.Database;
import nl.ddas.basis.Headers;
import nl.ddas.basis.HttpClient;
import nl.ddas.levering.statistiek.Bronrecord;
import nl.ddas.levering.verkeer.Aanleverperiode;
import nl.ddas.levering.verzamelaar.VerzamelaarConfig.Goedkeuring;
import nl.ddas.levering.verzamelaar.Verzamelresultaat.PerLeverancier;
import nl.ddas.trust.Party;
import nl.ddas.trust.PayloadSigner;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// A database, two suppliers and a folder for the tests of one class, which names it in one line:
///
///     @RegisterExtension
///     static final Proefopstelling op = new Proefopstelling();
///
/// Each test begins with suppliers that behave and have a delivery, an empty database and a folder of its own.
final class Proefopstelling implements BeforeEachCallback, AfterAllCallback {

    static final Aanleverperiode PERIODE = Proefstelsel.halfjaar();

    /// What PostgreSQL calls two that wait for each other.
    private static final String DEADLOCK = "40P01";

    final Proefstelsel stelsel;
    final Database database;
    final Proefleverancier een;
    final Proefleverancier twee;

    /// The pauses that the collector asked for in this test.
    final List<Duration> gewacht = new CopyOnWriteArrayList<>();

    private final Path gedeeld;
    private Path map;

    /// @throws UncheckedIOException when there is no room for it: a field of a class cannot throw another
    Proefopstelling() {
        try {
            gedeeld = Files.createTempDirectory("verzamelaar");
            stelsel = new Proefstelsel(gedeeld.resolve("ca"));
            database = Database.embedded(gedeeld.resolve("database"), new SecureRandom());
            een = new Proefleverancier(stelsel, stelsel.partij("Gemeente Een", "00000099000000002000"));
            twee = new Proefleverancier(stelsel, stelsel.partij("Gemeente Twee", "00000099000000003000"));
        } catch (IOException vol) {
            throw new UncheckedIOException(vol);
        }
        map = gedeeld;
    }

    /// For what the tests of the class share.
    Path gedeeld() {
        return gedeeld;
    }

    /// Of the test that runs.
    Path map() {
        return map;
    }

    @Override
    public void beforeEach(ExtensionContext test) throws IOException {
        map = Files.createTempDirectory(gedeeld, "test");
        gewacht.clear();
        List.of(een, twee).forEach(Proefleverancier::schoon);
        lever(een, 0, 5);
        lever(twee, 100, 3);
        if (isGemaakt()) {
            leeg(5);
        }
    }

    /// What the collector of the test before still asks may stand in the way: PostgreSQL then breaks off
    /// one of the two.
    private void leeg(int keren) {
        try {
            database.jdbi("verzamelaar").useHandle(db -> db.execute("TRUNCATE verzameling, besluit, telling CASCADE"));
        } catch (UnableToExecuteStatementException inDeWeg) {
            boolean deadlock = inDeWeg.getCause() instanceof SQLException fout && DEADLOCK.equals(fout.getSQLState());
            if (!deadlock || keren <= 1) {
                throw inDeWeg;
            }
            leeg(keren - 1);
        }
    }

    private boolean isGemaakt() {
        return database.jdbi("verzamelaar")
                .withHandle(db -> db.createQuery("SELECT to_regclass('verzamelaar.telling') IS NOT NULL")
                        .mapTo(Boolean.class)
                        .one());
    }

    static Instant nu() {
        return Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS);
    }

    static void lever(Proefleverancier leverancier, int eerste, int aantal) {
        leverancier.paginas = Proefbericht.paginas(PERIODE, nu(), eerste, aantal, 2);
    }

    Path bewijsmap() {
        return map.resolve("bewijs");
    }

    VerzamelaarConfig config(Goedkeuring goedkeuring) {
        return Proefstelsel.config(map, goedkeuring);
    }

    Leveranciers alleenEen() {
        return () -> List.of(een.leverancier());
    }

    Leveranciers beide() {
        return () -> List.of(een.leverancier(), twee.leverancier());
    }

    Verzamelaar start(Goedkeuring goedkeuring) throws IOException {
        return start(config(goedkeuring), beide(), Clock.systemUTC(), Onderbreker.GEEN);
    }

    Verzamelaar start(Goedkeuring goedkeuring, Clock clock) throws IOException {
        return start(config(goedkeuring), alleenEen(), clock, Onderbreker.GEEN);
    }

    Verzamelaar start(VerzamelaarConfig config, Leveranciers leveranciers, Clock clock, Onderbreker onderbreker)
            throws IOException {
        return Verzamelaar.start(config, stelsel.onderdelen(database, leveranciers, clock, gewacht::add, onderbreker));
    }

    static PerLeverancier verzamel(Verzamelaar verzamelaar, Proefleverancier wie)
            throws IOException, InterruptedException {
        return verzamelaar
                .verzamel(PERIODE, Voortgang.STIL)
                .van(wie.partij.name())
                .orElseThrow();
    }

    static List<Bronrecord> records(Verzamelaar verzamelaar) {
        List<Bronrecord> records = new ArrayList<>();
        verzamelaar.bronrecords().records(PERIODE, records::add);
        return records;
    }

    long tel(String tabel) {
        return database.jdbi("verzamelaar").withHandle(db -> db.createQuery("SELECT count(*) FROM " + tabel)
                .mapTo(Long.class)
                .one());
    }

    HttpClient client(Party partij) {
        return HttpClient.open(
                stelsel.network,
                new HttpClient.Config(
                        Optional.of(stelsel.ca.tls(partij)), Duration.ofSeconds(10), Duration.ofSeconds(20)));
    }

    /// Tells the collector what a supplier decides.
    ///
    /// @return status of the answer
    static int besluit(Verzamelaar verzamelaar, HttpClient client, Party wie, String id, String besluit)
            throws IOException {
        byte[] inhoud = ("{\"besluit\":\"" + besluit + "\"}").getBytes(StandardCharsets.UTF_8);
        Headers headers = new PayloadSigner(wie.signing(), Clock.systemUTC())
                .sign(inhoud)
                .addTo(Headers.of("Content-Type", "application/json"));
        URI adres = URI.create("https://127.0.0.1:" + verzamelaar.poort() + "/v1/verwerkingsverslagen/" + id);
        try (HttpClient.Answer antwoord = client.send(new HttpClient.Call("POST", adres, headers, inhoud))) {
            antwoord.body().readAllBytes();
            return antwoord.status();
        }
    }

    @Override
    public void afterAll(ExtensionContext klasse) throws IOException {
        een.close();
        twee.close();
        database.close();
        stelsel.close();
        try (Stream<Path> alles = Files.walk(gedeeld)) {
            for (Path bestand : alles.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(bestand);
            }
        }
    }
}
