// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.model;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Measures by hand, in one JVM, on a file of 25,000 invented trajecten: bare tokenising by Jackson, the form check
/// alone, and reading the model. No test: run its main method with the test class path.
final class Snelheid {

    private static final int TRAJECTEN = 25_000;
    private static final int RONDEN = 12;

    private Snelheid() {}

    interface Werk {
        void doe() throws IOException;
    }

    static void main(String[] args) throws IOException {
        PrintStream uit = System.out;
        byte[] bericht = bericht();
        uit.printf("%d bytes, %d a traject%n", bericht.length, bericht.length / TRAJECTEN);
        double kaal = 0;
        double vorm = 0;
        double model = 0;
        Vormschemas schemas = Vormschemas.laad();
        for (int ronde = 0; ronde < RONDEN; ronde++) {
            kaal = Math.max(kaal, snelheid(bericht, () -> tokens(bericht)));
            vorm = Math.max(vorm, snelheid(bericht, () -> vorm(schemas, bericht)));
            model = Math.max(model, snelheid(bericht, () -> model(bericht)));
        }
        uit.printf(
                "MB/s: tokens %.0f, form check %.0f (%.2f), model %.0f (%.2f)%n",
                kaal, vorm, vorm / kaal, model, model / kaal);
    }

    private static double snelheid(byte[] bericht, Werk werk) throws IOException {
        long begin = System.nanoTime();
        werk.doe();
        return bericht.length * 1e3 / (System.nanoTime() - begin);
    }

    private static void tokens(byte[] bericht) {
        try (JsonParser lezer = new JsonFactory().createParser(ObjectReadContext.empty(), bericht)) {
            while (lezer.nextToken() != null) {
                // only the tokens
            }
        }
    }

    private static void vorm(Vormschemas schemas, byte[] bericht) throws IOException {
        int[] fouten = new int[1];
        try (Berichtstroom stroom = new Berichtstroom(new ByteArrayInputStream(bericht));
                JsonParser lezer = Lezers.op(stroom)) {
            Vormloper loper =
                    new Vormloper(lezer, 0, schemas, schemas.van(Versie.V1_0), (s, p, plek, v, g) -> fouten[0]++);
            loper.waarde();
            loper.slaOver();
        }
        if (fouten[0] > 0) {
            throw new IllegalStateException("expected a good message");
        }
    }

    private static void model(byte[] bericht) throws IOException {
        long[] aantal = new long[1];
        BerichtOntvanger teller = new BerichtOntvanger() {
            @Override
            public void traject(Schuldhulptraject traject, TrajectPlek plek) {
                aantal[0] += traject.client().size();
            }
        };
        Opvanger.LEZER.lees(() -> new ByteArrayInputStream(bericht), teller);
        if (aantal[0] == 0) {
            throw new IllegalStateException("expected clients");
        }
    }

    private static byte[] bericht() throws IOException {
        RandomGenerator toeval = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
        ByteArrayOutputStream uit = new ByteArrayOutputStream(60_000_000);
        try (BerichtSchrijver schrijver = new BerichtSchrijver(uit, Voorbeelden.KOP)) {
            schrijver.levering(Voorbeelden.LEVERING);
            for (int i = 0; i < TRAJECTEN; i++) {
                schrijver.traject(traject(toeval));
            }
        }
        return uit.toByteArray();
    }

    private static Optional<LocalDate> dag(RandomGenerator toeval) {
        return Optional.of(LocalDate.of(2023, 1, 1).plusDays(toeval.nextInt(1_000)));
    }

    private static Periode periode(RandomGenerator toeval) {
        return new Periode(dag(toeval), dag(toeval));
    }

    private static Schuld schuld(RandomGenerator toeval) {
        return new Schuld(
                Optional.of((long) toeval.nextInt(20_000)),
                dag(toeval),
                Optional.of(toeval.nextInt(9) == 0),
                Optional.of(List.of(Schuldensoort.values()).get(toeval.nextInt(4))),
                Optional.of(new Schuldeiser(
                        Optional.of("Schuldeiser " + toeval.nextInt(500)),
                        Optional.of("Schuldeiser " + toeval.nextInt(500)),
                        Optional.of("1234" + toeval.nextInt(1_000, 9_999)),
                        Optional.empty(),
                        Optional.of(false))));
    }

    static Schuldhulptraject traject(RandomGenerator toeval) {
        return new Schuldhulptraject(
                Optional.of("0" + toeval.nextInt(100, 999)),
                dag(toeval),
                Optional.empty(),
                dag(toeval),
                Optional.empty(),
                Optional.of((long) toeval.nextInt(90_000)),
                List.of(Voorbeelden.client("9" + toeval.nextInt(10_000_000, 99_999_999))),
                Optional.of(new Aanmelding(Optional.of(false), periode(toeval))),
                Optional.of(
                        new Intake(periode(toeval), dag(toeval), Optional.of(Beschikkingssoort.TOELATINGSBESCHIKKING))),
                Optional.of(new PlanVanAanpak(dag(toeval))),
                Optional.of(periode(toeval)),
                Optional.empty(),
                Optional.of(new Oplossing(
                        periode(toeval), Optional.of(1_100L), Optional.of(Oplossingssoort.SANERINGSKREDIET))),
                Optional.empty(),
                Optional.empty(),
                List.of(new Begeleiding(periode(toeval), Optional.of(Begeleidingssoort.BUDGETBEHEER))),
                List.of(),
                List.of(),
                List.of(),
                List.of(schuld(toeval), schuld(toeval), schuld(toeval)),
                Optional.of(new Uitstroom(
                        dag(toeval), Optional.empty(), Optional.empty(), Optional.of(Uitstroomreden.AFGEROND))),
                List.of());
    }
}
