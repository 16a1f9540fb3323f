// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.lezen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.ddas.basis.JsonValue.JsonNumber;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.logboek.model.Attribuut;
import nl.ddas.logboek.model.TraceId;
import nl.ddas.logboek.model.Waarde;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What may be asked, and how.
class LeesvraagTest {

    private final Proeflog log = new Proeflog();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"startTime\":1764068470669,\"endTime\":1764068470670}",
                "{\"dpl.core.data_subject_id_type\":\"BSN\"}",
                "{\"dpl.ddas.levering_id\":\"7f0c2c34\"}",
                "{\"pageSize\":10}"
            })
    @Requirement("READ-1")
    void whoAsksForNoTraceActivityOrSubjectIsRefused(String body) {
        Proeflog.Antwoord answer = log.ask(body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.pointers()).containsExactly("");
    }

    @Test
    @Requirement("READ-1")
    void eachOfTheThreeSuffices() {
        log.add(Proefregel.of(1).about("pseudoniem-1"), Proefregel.of(2).in(new TraceId(1, 1)));

        assertThat(log.ask(Proeflog.trace()).spans()).containsExactly(Proeflog.span(1));
        assertThat(log.ask(Proeflog.activity(Proefregel.ACTIVITEIT)).spans()).hasSize(2);
        assertThat(log.ask(Proeflog.subject("pseudoniem-1")).spans()).containsExactly(Proeflog.span(1));
    }

    @Test
    @Requirement("READ-1")
    void allThatIsAskedMustHold() {
        Attribuut list = new Attribuut(
                "dpl.ddas.levering_id", new Waarde.Lijst(List.of(new Waarde.Tekst("a"), new Waarde.Tekst("b"))));
        log.add(
                Proefregel.of(1).with("dpl.ddas.levering_id", "a"),
                Proefregel.of(2).with(list),
                Proefregel.of(3).with("dpl.ddas.levering_id", "c"),
                Proefregel.of(4));

        assertThat(log.ask(Proeflog.trace().with("dpl.ddas.levering_id", "a")).spans())
                .containsExactly(Proeflog.span(1), Proeflog.span(2));
        assertThat(log.ask(Proeflog.trace().with("dpl.core.foreign_operation.processor", "https://a.nl"))
                        .spans())
                .isEmpty();
    }

    @Test
    @Requirement("READ-2")
    void aPeriodIsClosedAtItsBeginAndOpenAtItsEnd() {
        log.add(Proefregel.of(1), Proefregel.of(2), Proefregel.of(3));
        JsonObject vraag = Proeflog.trace().with("startTime", Proefregel.BEGIN + 2);

        assertThat(log.ask(vraag).spans()).containsExactly(Proeflog.span(2), Proeflog.span(3));
        assertThat(log.ask(vraag.with("endTime", Proefregel.BEGIN + 3)).spans()).containsExactly(Proeflog.span(2));
        assertThat(log.ask(vraag.with("endTime", Proefregel.BEGIN + 2)).spans()).isEmpty();
        assertThat(log.ask(vraag.with("endTime", Proefregel.BEGIN + 1)).pointers())
                .containsExactly("/endTime");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ef4e77b9-b03b-585f-b613-5fcf8d8555fb",
                "EF4E77B9-B03B-585F-B613-5FCF8D8555FB",
                "ef4e77b9b03b585fb6135fcf8d8555fb",
                "EF4E77b9b03B585fb6135fcf8d8555FB"
            })
    @Requirement("READ-4")
    void aTraceIdMayBeWrittenBothWaysAndIsAnsweredWithDashes(String id) {
        log.add(Proefregel.of(1));

        assertThat(log.ask(JsonObject.EMPTY.with("traceId", id))
                        .regels()
                        .getFirst()
                        .text("traceId"))
                .contains("ef4e77b9-b03b-585f-b613-5fcf8d8555fb");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ef4e77b9-b03b-585f-b613-5fcf8d8555f",
                "ef4e77b9b03b-585f-b613-5fcf8d8555fb",
                "00000000-0000-0000-0000-000000000000",
                "ef4e77b9-b03b-585f-b613-5fcf8d8555fg",
                "1-1-1-1-1",
                " "
            })
    @Requirement("READ-4")
    void whatIsNoTraceIdIsRefused(String id) {
        assertThat(log.ask(JsonObject.EMPTY.with("traceId", id)).pointers()).containsExactly("/traceId");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            "2026-11-22T12:00:00Z",  geen tekst met een datum
            1764068470669000000,     nanoseconden
            1.5,                     geheel getal
            -1,                      geheel getal
            null,                    geheel getal
            """, quoteCharacter = '|')
    @Requirement("READ-5")
    void momentsAreMillisecondsAndNothingElse(String value, String hint) {
        Proeflog.Antwoord answer =
                log.ask("{\"traceId\":\"ef4e77b9b03b585fb6135fcf8d8555fb\",\"startTime\":" + value + "}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.pointers()).containsExactly("/startTime");
        assertThat(answer.text()).contains(hint);
    }

    @Test
    @Requirement("READ-5")
    void momentsComeBackAsMillisecondsRoundedDown() {
        log.add(Proefregel.of(1));

        JsonObject regel = log.ask(Proeflog.trace()).regels().getFirst();
        assertThat(regel.get("startTime")).contains(JsonNumber.of(Proefregel.BEGIN + 1));
        assertThat(regel.get("endTime")).contains(JsonNumber.of(Proefregel.BEGIN + 6));
    }

    @Test
    @Requirement("READ-7")
    void allFaultsAreToldTogether() {
        Proeflog.Antwoord answer = log.ask("""
                {"traceId": 5, "startTime": "gisteren", "endTime": -3, "pageSize": 1001, "pageToken": "x",
                 "trace_id": "ef4e", "dpl.core.processing_activity_id": ["a"], "dpl.core.data_subject_id": ""}
                """);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.headers().first("Content-Type")).contains("application/problem+json");
        assertThat(answer.pointers())
                .containsExactlyInAnyOrder(
                        "/trace_id",
                        "/traceId",
                        "/startTime",
                        "/endTime",
                        "/pageSize",
                        "/pageToken",
                        "/dpl.core.processing_activity_id",
                        "/dpl.core.data_subject_id");
        assertThat(answer.text()).contains("Bedoelt u traceId?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"traceId\":\"ef4e77b9b03b585fb6135fcf8d8555fb\",\"traceId\":\"ef4e77b9b03b585fb6135fcf8d8555fb\"}",
                "[]",
                "\"traceId\"",
                "",
                "{\"traceId\":\"ef4e77b9b03b585fb6135fcf8d8555fb\"} {}",
                "{\"traceId\":\"ef4e77b9b03b585fb6135fcf8d8555fb\",}"
            })
    @Requirement("READ-7")
    void aBodyThatIsNotOneStrictObjectIsRefused(String body) {
        assertThat(log.ask(body).status()).isEqualTo(400);
    }

    @Test
    @Requirement("READ-7")
    void aBodyThatIsTooLargeIsRefused() {
        assertThat(log.ask("{\"traceId\":\"" + "a".repeat(70_000) + "\"}").status())
                .isEqualTo(413);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/lezen/v1/processing-activities,405",
        "DELETE,/lezen/v1/openapi.json,405",
        "POST,/lezen/v1/processing-activities/,404",
        "POST,/v1/processing-activities,404",
        "GET,/lezen/v1/openapi.json,200"
    })
    @Requirement("READ-7")
    void onlyWhatIsDescribedIsServed(String method, String path, int status) {
        Proeflog.Antwoord answer = log.send(method, path, "application/json", "");

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.headers().first("API-Version")).contains("1.0.0");
        assertThat(answer.headers().first("Allow").isPresent()).isEqualTo(status == 405);
    }

    @Test
    @Requirement("READ-7")
    void anotherKindOfContentIsRefused() {
        assertThat(log.send("POST", "/lezen/v1/processing-activities", "text/plain", "{}")
                        .status())
                .isEqualTo(415);
    }
}
