// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.Test;

class BerichtSchrijverTest {

    @Test
    @Requirement("S21")
    void writesACompactMessageWithOnlyWhatIsThere() throws IOException {
        ByteArrayOutputStream uit = new ByteArrayOutputStream();
        try (BerichtSchrijver schrijver = new BerichtSchrijver(uit, Voorbeelden.KOP)) {
            schrijver.levering(Voorbeelden.LEVERING);
            schrijver.traject(Voorbeelden.kaal());
            schrijver.traject("{\"gemeentecode\": \"GM518\"}".getBytes(StandardCharsets.UTF_8));
        }

        assertThat(uit.toString(StandardCharsets.UTF_8)).isEqualTo("""
                        {"startdatumLevering":"2025-01-01","einddatumLevering":"2025-06-30",\
                        "aanleverdatumEnTijd":"2025-07-02T08:30:00+02:00","codeGegevensleverancier":"Voorbeeldpakket 3.1",\
                        "leveringen":[{"teller":1,"aanleverende_organisatie":{"(Statutaire) Naam":"Gemeente Voorbeeldstad",\
                        "postcode":"1234AB","gemeentecode":"0518","contactpersonen":[{"email":"post@voorbeeld.nl",\
                        "functietitel":"beheerder","naam":"Noor Prins","telefoonnummer":"070-0000000"}]},\
                        "schuldhulptrajecten":[{"gemeentecode":"Onbekend"},{"gemeentecode": "GM518"}]}]}""");
    }

    @Test
    void writesALargeReadyTrajectPastItsOwnBuffer() throws IOException {
        ByteArrayOutputStream uit = new ByteArrayOutputStream();
        String groot = "{\"gemeentecode\":\"" + "x".repeat(50_000) + "\"}";
        try (BerichtSchrijver schrijver = new BerichtSchrijver(uit, Voorbeelden.KOP)) {
            schrijver.levering(Voorbeelden.LEVERING);
            schrijver.traject(groot.getBytes(StandardCharsets.UTF_8));
            schrijver.traject(Voorbeelden.kaal());
        }

        assertThat(uit.toString(StandardCharsets.UTF_8)).endsWith(groot + ",{\"gemeentecode\":\"Onbekend\"}]}]}");
    }

    @Test
    void replacesHalfACharacterThatUtf8CannotHold() {
        Client half = Voorbeelden.client("\uD800x");
        Schuldhulptraject traject = TestTrajecten.metClient(half);

        assertThat(new String(BerichtSchrijver.bytes(traject), StandardCharsets.UTF_8))
                .contains("\"\uFFFDx\"");
    }

    @Test
    void endsALeveringWhenTheNextStarts() throws IOException {
        ByteArrayOutputStream uit = new ByteArrayOutputStream();
        try (BerichtSchrijver schrijver = new BerichtSchrijver(uit, Voorbeelden.KOP)) {
            schrijver.levering(Voorbeelden.LEVERING);
            schrijver.levering(Voorbeelden.LEVERING);
        }

        assertThat(uit.toString(StandardCharsets.UTF_8)).contains("\"schuldhulptrajecten\":[]},{\"teller\":1");
    }

    @Test
    void refusesATrajectOutsideALevering() throws IOException {
        BerichtSchrijver schrijver = new BerichtSchrijver(OutputStream.nullOutputStream(), Voorbeelden.KOP);

        assertThatIllegalStateException().isThrownBy(() -> schrijver.traject(Voorbeelden.kaal()));
    }

    @Test
    void passesOnTheErrorOfAFullDisk() throws IOException {
        OutputStream vol = new OutputStream() {
            @Override
            public void write(int teken) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        BerichtSchrijver schrijver = new BerichtSchrijver(vol, Voorbeelden.KOP);

        assertThatIOException().isThrownBy(schrijver::close).withMessageContaining("No space left");
    }
}
