// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.lezen;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.logboek.model.SpanId;
import nl.ddas.logboek.model.TraceId;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.Test;

/// The walk itself; logs on sockets are in [HttpBevragingTest].
class VolgerTest {

    private static final String A = "https://a.nl/v1";
    private static final String B = "https://b.nl/v1";
    private static final String C = "https://c.nl/v1";

    private final Map<String, List<Tracelijn>> logs = new HashMap<>();
    private final List<String> gevraagd = new ArrayList<>();

    private static Tracelijn line(TraceId trace, long span, long parent, String next) {
        return new Tracelijn(
                trace,
                new SpanId(span),
                parent == 0 ? Optional.empty() : Optional.of(new SpanId(parent)),
                "Ok",
                "x",
                span,
                span,
                next.isEmpty() ? JsonObject.EMPTY : JsonObject.EMPTY.with(Tracelijn.LEESADRES, next));
    }

    private static Tracelijn line(long span, long parent, String next) {
        return line(Proefregel.TRACE, span, parent, next);
    }

    private Traceverslag follow(Volggrenzen grenzen, String... begin) {
        Adreswacht wacht =
                new Adreswacht(Set.of("a.nl", "b.nl", "c.nl"), false, _ -> List.of(InetAddress.getByName("8.8.8.8")));
        Bevraging bevraging = (adres, _, _, _) -> {
            gevraagd.add(adres.toString());
            return Optional.ofNullable(logs.get(adres.toString()))
                    .map(lines -> new Bevraging.Antwoord(Toestand.GELEZEN, Optional.of("Organisatie"), lines, 100))
                    .orElseGet(() -> Bevraging.Antwoord.niets(Toestand.ONBEREIKBAAR));
        };
        return new Volger(bevraging, wacht, grenzen)
                .follow(
                        Proefregel.TRACE,
                        List.of(begin).stream()
                                .map(one -> Leesadres.of(one).orElseThrow())
                                .toList());
    }

    private static List<Toestand> states(Traceverslag verslag) {
        return verslag.bezoeken().stream().map(Bezoek::toestand).toList();
    }

    @Test
    @Requirement("READ-17")
    void logsThatPointAtEachOtherAreAskedOnce() {
        logs.put(A, List.of(line(1, 0, B), line(2, 0, B + "/processing-activities")));
        logs.put(B, List.of(line(3, 1, "https://C.nl/v1/")));
        logs.put(C, List.of(line(4, 3, A), line(5, 3, C)));

        Traceverslag verslag = follow(Volggrenzen.GEWOON, A);
        assertThat(gevraagd).containsExactly(A, B, C);
        assertThat(verslag.takken()).hasSize(5);
        assertThat(verslag.bezoeken()).extracting(Bezoek::stappen).containsExactly(0, 1, 2);
    }

    @Test
    @Requirement("READ-17")
    void theWalkEndsAtItsLimits() {
        logs.put(A, List.of(line(1, 0, B)));
        logs.put(B, List.of(line(2, 1, C)));
        logs.put(C, List.of(line(3, 2, "")));

        assertThat(states(follow(new Volggrenzen(1, 10, 100, 1_000), A)))
                .containsExactly(Toestand.GELEZEN, Toestand.GELEZEN, Toestand.TE_VER);
        assertThat(states(follow(new Volggrenzen(9, 1, 100, 1_000), A)))
                .containsExactly(Toestand.GELEZEN, Toestand.TE_VEEL);
        assertThat(states(follow(new Volggrenzen(9, 9, 100, 150), A)))
                .containsExactly(Toestand.GELEZEN, Toestand.GELEZEN, Toestand.TE_VEEL);
        assertThat(states(follow(new Volggrenzen(9, 9, 2, 1_000), A)))
                .containsExactly(Toestand.GELEZEN, Toestand.GELEZEN, Toestand.TE_VEEL);
    }

    @Test
    @Requirement("READ-17")
    void aLogThatNamesLogsWithoutEndIsNotFollowedWithoutEnd() {
        logs.put(
                A,
                IntStream.range(1, 5_000)
                        .mapToObj(i -> line(i, 0, "https://a.nl/v" + i + "x"))
                        .toList());

        Traceverslag verslag = follow(new Volggrenzen(9, 5, 10_000, 1 << 20), A);
        assertThat(gevraagd).hasSize(5);
        assertThat(verslag.bezoeken()).hasSizeLessThanOrEqualTo(50);
    }

    @Test
    @Requirement("READ-17")
    void linesOfAnotherTraceAreLeftOutAndNotFollowed() {
        logs.put(A, List.of(line(1, 0, ""), line(new TraceId(7, 7), 2, 1, B)));

        Traceverslag verslag = follow(Volggrenzen.GEWOON, A);
        assertThat(gevraagd).containsExactly(A);
        assertThat(verslag.takken()).hasSize(1);
        assertThat(verslag.bezoeken().getFirst().vreemd()).isEqualTo(1);
    }

    @Test
    @Requirement("READ-17")
    void theSameLineInTwoLogsStandsThereOnce() {
        logs.put(A, List.of(line(1, 0, B), line(2, 1, "")));
        logs.put(B, List.of(line(2, 1, "")));

        Traceverslag verslag = follow(Volggrenzen.GEWOON, A);
        assertThat(verslag.takken()).hasSize(2);
        assertThat(verslag.bezoeken()).extracting(Bezoek::regels).containsExactly(2, 0);
    }

    @Test
    @Requirement("READ-17")
    void whatIsMissingIsTold() {
        logs.put(A, List.of(line(1, 0, B), line(2, 0, "Bel de balie"), line(3, 77, "https://d.nl/v1")));

        Traceverslag verslag = follow(Volggrenzen.GEWOON, A);
        assertThat(states(verslag))
                .containsExactly(
                        Toestand.GELEZEN, Toestand.ONBEREIKBAAR, Toestand.GEEN_ADRES, Toestand.NIET_TOEGESTAAN);
        assertThat(gevraagd).containsExactly(A, B);
        assertThat(verslag.zonderVervolg()).hasSize(3);
        assertThat(verslag.isCompleet()).isFalse();
    }

    @Test
    void nothingMissingIsComplete() {
        logs.put(A, List.of(line(1, 0, B)));
        logs.put(B, List.of(line(2, 1, "")));

        assertThat(follow(Volggrenzen.GEWOON, A).isCompleet()).isTrue();
    }
}
