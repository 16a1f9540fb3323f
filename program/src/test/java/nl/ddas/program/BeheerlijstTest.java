// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import nl.ddas.basis.HttpServer;
import nl.ddas.basis.Network;
import nl.ddas.basis.Request;
import nl.ddas.basis.Response;
import nl.ddas.trust.AuthorityFolder;
import nl.ddas.trust.Environment;
import nl.ddas.trust.Holder;
import nl.ddas.trust.KeyMaker;
import nl.ddas.trust.Oin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A Manager with more contracts, records and acts than fit on one page.
class BeheerlijstTest {

    private static final Oin OIN = new Oin("00000099000000002000");
    private static final String EEN = "$1$1$" + "a".repeat(85) + "A";
    private static final String TWEE = "$1$1$" + "b".repeat(85) + "A";

    @TempDir
    private Path map;

    private final List<String> gevraagd = new CopyOnWriteArrayList<>();

    /// Nothing fits on the first page; each of the next has a contract.
    private Response bladzijde(Request verzoek) {
        gevraagd.add(verzoek.path());
        String cursor = verzoek.path().contains("cursor=") ? verzoek.path().replaceAll(".*cursor=", "") : "";
        if (verzoek.path().contains("/logs")) {
            return logbladzijde(cursor);
        }
        if (verzoek.path().contains("/audit-records")) {
            return Response.text(200, "application/json", "{\"records\":[{}],\"nextCursor\":\"7\"}");
        }
        return switch (cursor) {
            case "b" -> antwoord(contract(EEN), "c");
            case "c" -> antwoord(contract(TWEE), "");
            case String _ -> antwoord("", "b");
        };
    }

    /// Two pages of one record; behind them the log of a Peer that says anything.
    private static Response logbladzijde(String cursor) {
        return switch (cursor) {
            case "" -> logantwoord("eerste", "b");
            case "b" -> logantwoord("tweede", "");
            case String _ -> logantwoord("vreemd", "$(echo)");
        };
    }

    private static Response logantwoord(String transactie, String cursor) {
        return Response.text(
                200,
                "application/json",
                "{\"records\":[{\"transaction_id\":\"" + transactie + "\"}],\"pagination\":{\"next_cursor\":\"" + cursor
                        + "\"}}");
    }

    private static String contract(String hash) {
        return "{\"contentHash\":\"" + hash + "\",\"state\":\"CONTRACT_STATE_VALID\","
                + "\"notAfter\":\"2027-01-01T00:00:00Z\",\"grants\":[]}";
    }

    private static Response antwoord(String contracten, String cursor) {
        return Response.text(
                200, "application/json", "{\"contracts\":[" + contracten + "],\"nextCursor\":\"" + cursor + "\"}");
    }

    private Loop lijst(String... verder) throws IOException {
        return ddas(Stream.concat(Stream.of("contract", "lijst"), Arrays.stream(verder)));
    }

    private Loop log(String... verder) throws IOException {
        return ddas(Stream.concat(Stream.of("log"), Arrays.stream(verder)));
    }

    private Loop ddas(Stream<String> opdracht) throws IOException {
        KeyMaker snel = new KeyMaker(KeyMaker.Kind.P256, 2048, new SecureRandom());
        AuthorityFolder intern = AuthorityFolder.open(map.resolve("intern"), Environment.DEMO, snel, Clock.systemUTC());
        Holder manager = new Holder("manager", OIN, List.of("localhost", "127.0.0.1"));
        try (Network network = Network.open();
                HttpServer server = HttpServer.start(
                        network,
                        new HttpServer.Config(
                                "127.0.0.1", 0, Optional.of(intern.tls(manager)), 1000, Duration.ofSeconds(30)),
                        this::bladzijde)) {
            Path config = Files.writeString(
                    map.resolve("beheer.yaml"),
                    """
                    manager: https://127.0.0.1:%d
                    bediener: Jan
                    oin: "%s"
                    intern-map: %s
                    """.formatted(server.port(), OIN, map.resolve("intern")),
                    StandardCharsets.UTF_8);
            Stream<String> args = Stream.concat(Stream.of("fsc"), opdracht);
            return Loop.van(
                    Clock.systemUTC(),
                    map,
                    Stream.concat(args, Stream.of("--config", config.toString()))
                            .toArray(String[]::new));
        }
    }

    @Test
    void goesOnBehindAPageOnWhichNothingFits() throws IOException {
        Loop loop = lijst("--stand", "geldig");
        assertThat(loop.uitgang()).as(loop.fout()).isZero();
        assertThat(loop.uit()).contains(EEN, TWEE).doesNotContain("Er zijn er meer", "geen contracten");
        assertThat(gevraagd).hasSize(3).allSatisfy(pad -> assertThat(pad).contains("state=VALID"));
    }

    @Test
    void stopsAtTheNumberThatWasAskedFor() throws IOException {
        Loop loop = lijst("--hoogstens", "1");
        assertThat(loop.uit()).contains(EEN, "Er zijn er meer").doesNotContain(TWEE);
        assertThat(gevraagd).hasSize(2).allSatisfy(pad -> assertThat(pad).contains("limit=1"));
    }

    @Test
    void aLogIsShownOverItsPages() throws IOException {
        Loop loop = log("--dienst", "parkeren");
        assertThat(loop.uitgang()).as(loop.fout()).isZero();
        assertThat(loop.uit()).contains("eerste", "tweede").doesNotContain("Er zijn er meer");
        assertThat(gevraagd).hasSize(2).allSatisfy(pad -> assertThat(pad).contains("serviceName=parkeren"));
    }

    @Test
    void aLogThatGoesOnSaysSoAndCanBeGoneOnWith() throws IOException {
        assertThat(log("--hoogstens", "1").uit())
                .contains("eerste", "Er zijn er meer", "--hoogstens", "--vanaf", "--verder=b")
                .doesNotContain("tweede");
        assertThat(log("--hoogstens", "1", "--verder=b").uit())
                .contains("tweede")
                .doesNotContain("eerste", "Er zijn er meer");
    }

    @Test
    void jsonSaysWhereALogGoesOn() throws IOException {
        assertThat(log("--hoogstens", "1", "--json").uit())
                .contains("eerste", "\"next_cursor\":\"b\"")
                .doesNotContain("tweede");
        assertThat(log("--json").uit()).contains("eerste", "tweede", "\"next_cursor\":\"\"");
    }

    /// The cursor of another Peer is no command for whoever copies it.
    @Test
    void aCursorThatAShellWouldActOnIsNotShown() throws IOException {
        assertThat(log("--hoogstens", "1", "--verder=c").uit())
                .contains("vreemd", "--verder en wat --json")
                .doesNotContain("$(echo)");
    }

    @Test
    void aLogWithoutEndIsLeftAfterManyPages() throws IOException {
        Loop loop = log("--hoogstens", "9999", "--verder=c", "--json");
        assertThat(loop.uitgang()).as(loop.fout()).isZero();
        assertThat(gevraagd).hasSize(1_000);
    }

    @Test
    void theAuditTrailSaysThatThereIsMore() throws IOException {
        Loop loop = ddas(Stream.of("beheer", "spoor", "--hoogstens", "1", "--json"));
        assertThat(loop.uit()).contains("\"nextCursor\":\"7\"");
        assertThat(ddas(Stream.of("beheer", "spoor", "--hoogstens", "1")).uit())
                .contains("Er zijn er meer", "--verder=7");
    }
}
