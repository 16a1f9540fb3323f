// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.verkeer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.ddas.basis.Headers;
import nl.ddas.logboek.client.Aanroep;
import nl.ddas.logboek.client.Actie;
import nl.ddas.logboek.client.Activiteit;
import nl.ddas.logboek.client.Bevestiging;
import nl.ddas.logboek.client.Instelling;
import nl.ddas.logboek.client.Logboek;
import nl.ddas.logboek.client.Pseudonimisering;
import nl.ddas.logboek.client.Werk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Work within a line, with a log that is not there: the work is done all the same.
class LogboekaansluitingTest {

    private static final Actie ACTIE =
            Actie.of("Levering inlezen", Activiteit.zonderBetrokkenen(Verwerking.CBS_VERZAMELEN.uri()));

    private final Logboek logboek = Logboek.open(
            Instelling.of(URI.create("http://127.0.0.1:9/v1/traces"), "proef", "1", Pseudonimisering.onbewerkt())
                    .with(Bevestiging.WACHT, false));
    private final Logboekaansluiting log = new Logboekaansluiting(logboek, Map.of(), () -> "goed");

    @AfterEach
    void close() {
        logboek.close();
        assertThat(Thread.interrupted()).isFalse();
    }

    private static <T> Werk<T> failing(Exception failure) {
        return lopend -> {
            throw failure;
        };
    }

    @Test
    void whatTheWorkGivesAndThrowsGoesOnUnchanged() throws IOException {
        assertThat(log.<String>doe(ACTIE, lopend -> "klaar")).isEqualTo("klaar");

        IOException schijf = new FileNotFoundException("weg");
        assertThatThrownBy(() -> log.doe(ACTIE, failing(schijf))).isSameAs(schijf);
        RuntimeException fout = new IllegalArgumentException("fout");
        assertThatThrownBy(() -> log.doe(ACTIE, failing(fout))).isSameAs(fout);
    }

    @Test
    void anotherCheckedExceptionKeepsItsCause() {
        Exception anders = new ReflectiveOperationException("anders");

        assertThatThrownBy(() -> log.doe(ACTIE, failing(anders)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Levering inlezen")
                .hasCause(anders);
    }

    @Test
    void anInterruptIsNotLostWhereItCannotBePassedOn() {
        InterruptedException stop = new InterruptedException();

        assertThatThrownBy(() -> log.doe(ACTIE, failing(stop)))
                .isInstanceOf(InterruptedIOException.class)
                .hasCause(stop);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void anInterruptGoesOnAsItselfWhereItCan() {
        InterruptedException stop = new InterruptedException();

        assertThatThrownBy(() -> log.doeStopbaar(ACTIE, failing(stop))).isSameAs(stop);
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void theTraceGoesAlongWithRequestsAndIsReadFromThem() throws IOException {
        Headers kaal = Headers.of("Accept", "application/json");
        assertThat(Tracekoppen.bij(kaal)).isEqualTo(kaal);

        log.doe(ACTIE, lopend -> {
            Headers met = Tracekoppen.bij(kaal);
            assertThat(met.first("Accept")).isPresent();
            assertThat(met.first("traceparent")).hasValue(lopend.traceparent());
            Aanroep aanroep = Aanroep.of(Tracekoppen.van(met), Optional.empty());
            assertThat(aanroep.actie().getTraceId()).isEqualTo(lopend.traceId());
            return true;
        });
    }

    @Test
    void twoTracesAreNone() {
        Headers twee = Headers.of("Traceparent", "a", "traceparent", "b");

        assertThat(Tracekoppen.van(twee)).containsEntry("traceparent", List.of("a", "b"));
        assertThat(Tracekoppen.van(Headers.NONE)).containsEntry("tracestate", List.of());
    }
}
