// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.ddas.levering.model.Afwijking;
import nl.ddas.levering.model.BerichtOntvanger;
import nl.ddas.levering.model.Bron;
import nl.ddas.levering.model.Bsn;
import nl.ddas.levering.model.Client;
import nl.ddas.levering.model.Contactpersoon;
import nl.ddas.levering.model.Kop;
import nl.ddas.levering.model.LeveringKop;
import nl.ddas.levering.model.Organisatie;
import nl.ddas.levering.model.Schuld;
import nl.ddas.levering.model.Schuldeiser;
import nl.ddas.levering.model.Schuldhulptraject;
import nl.ddas.levering.model.TrajectPlek;
import nl.ddas.levering.model.Uitstroom;
import nl.ddas.levering.statistiek.Bijdrage;
import nl.ddas.levering.statistiek.Bronrecord;
import nl.ddas.levering.statistiek.Combinatie;
import nl.ddas.levering.statistiek.CombineerOntvanger;
import nl.ddas.levering.statistiek.Combineergang;
import nl.ddas.levering.statistiek.GecombineerdTraject;
import nl.ddas.levering.statistiek.Gewichten;
import nl.ddas.levering.statistiek.Groep;
import nl.ddas.levering.statistiek.Indicatorscore;
import nl.ddas.levering.statistiek.Instellingen;
import nl.ddas.levering.statistiek.Persoonssleutels;
import nl.ddas.levering.statistiek.Pseudoniem;
import nl.ddas.levering.statistiek.Selectie;
import nl.ddas.levering.statistiek.Veld;
import nl.ddas.testkit.Requirement;
import org.junit.jupiter.api.Test;

/// No record prints a person: what ends up in a log or a message by accident says nothing about anybody.
@Requirement("S9")
class MaskedRecordsTest {

    /// What may not be seen; every value stands in the message below and nowhere else.
    private static final List<String> SECRET = List.of(
            "999990019",
            "1971-03-14",
            "9735XQ",
            "61473",
            "QZX",
            "geheimevrijetekst",
            "geheimeuitstroomtekst",
            "Geheimschuld",
            "Geheimsubject",
            "geheim@voorbeeld.example",
            "Geheimnaam",
            "0612345678",
            "geheimeafwijking");

    private static final String MESSAGE = """
            {"startdatumLevering": "2026-01-01", "einddatumLevering": "2026-06-30",
             "aanleverdatumEnTijd": "2026-07-10T09:00:00+02:00", "codeGegevensleverancier": "Voorbeeldsoft 4.2",
             "leveringen": [{"teller": 1, "aanleverende_organisatie": {"(Statutaire) Naam": "Gemeente Delft",
               "gemeentecode": "0503", "contactpersonen": [{"email": "geheim@voorbeeld.example",
               "naam": "Geheimnaam", "functietitel": "medewerker", "telefoonnummer": "0612345678"}]},
             "schuldhulptrajecten": [
              {"gemeentecode": "0503", "startdatum": "2026-02-01", "omschrijving": "geheimevrijetekst",
               "client": [{"Burgerservicenummer": "999990019", "Geboortedatum": "1971-03-14",
                 "Geslachtsaanduiding": "geheimeafwijking", "Postcode": "9735XQ", "Huisnummer": "61473",
                 "Huisnummertoevoeging": "QZX", "geheimveld": "geheimeafwijking"}],
               "aanmelding": {"startdatum": "2026-01-15"},
               "schulden": [{"bedrag": 100, "schuldeiser": {"naam": "Geheimschuld",
                 "naamVanSubject": "Geheimsubject", "privepersoon": true, "postcode": "9735XQ"}}],
               "uitstroom": {"datum": "2026-03-01", "omschrijving": "geheimeuitstroomtekst"}}
             ]}]}
            """;

    private static final Bron BRON = () -> new ByteArrayInputStream(MESSAGE.getBytes(StandardCharsets.UTF_8));

    @Test
    void theModelPrintsNoPerson() throws IOException {
        List<Object> read = new ArrayList<>();
        Leveringcontrole.lezer().lees(BRON, new BerichtOntvanger() {
            @Override
            public void kop(Kop kop) {
                read.add(kop);
            }

            @Override
            public void levering(int index, LeveringKop kop, boolean heeftTrajecten, String pointer) {
                read.add(kop);
            }

            @Override
            public void traject(Schuldhulptraject traject, TrajectPlek plek) {
                read.add(traject);
                read.add(plek);
            }
        });

        List<Record> records = records(read);

        assertThat(records)
                .extracting(Object::getClass)
                .extracting(Object.class::cast)
                .contains(
                        Schuldhulptraject.class,
                        Client.class,
                        Bsn.class,
                        Contactpersoon.class,
                        Organisatie.class,
                        Schuld.class,
                        Schuldeiser.class,
                        Uitstroom.class,
                        Afwijking.class);
        assertThat(records).allSatisfy(record -> assertThat(record.toString()).doesNotContain(SECRET));
        assertThat(records.stream().flatMap(MaskedRecordsTest::texts))
                .as("the message really carried what may not be seen")
                .containsAll(SECRET);
    }

    @Test
    void combiningPrintsNoPerson() throws IOException {
        List<Object> made = new ArrayList<>();
        new Combineergang(
                        Leveringcontrole.lezer(),
                        Leveringcontrole.toetser(),
                        Instellingen.STANDAARD,
                        new Pseudoniem(new byte[32]),
                        Gewichten.standaard())
                .combineer(
                        List.of(new Combineergang.Bestand("een.json", BRON), new Combineergang.Bestand("b.json", BRON)),
                        Leveringcontrole.ONTVANGEN,
                        Selectie.ALLE_LEESBARE,
                        new CombineerOntvanger() {
                            @Override
                            public void combinatie(Combinatie combinatie) {
                                made.add(combinatie);
                            }

                            @Override
                            public void traject(GecombineerdTraject traject, Indicatorscore score) {
                                made.add(traject);
                                made.add(score);
                            }
                        });

        List<Record> records = records(made);

        assertThat(records)
                .extracting(Object::getClass)
                .extracting(Object.class::cast)
                .contains(Groep.class, Bronrecord.class, Persoonssleutels.class, Bijdrage.class);
        assertThat(records)
                .filteredOn(record -> !(record instanceof Veld<?>))
                .allSatisfy(record -> assertThat(record.toString()).doesNotContain(SECRET));
    }

    /// Everything that can be reached.
    private static List<Record> records(List<?> from) {
        return from.stream().flatMap(MaskedRecordsTest::reach).toList();
    }

    private static Stream<Record> reach(Object value) {
        return switch (value) {
            case Record record ->
                Stream.concat(Stream.of(record), components(record).flatMap(MaskedRecordsTest::reach));
            case Optional<?> optional -> optional.stream().flatMap(MaskedRecordsTest::reach);
            case Iterable<?> many -> stream(many).flatMap(MaskedRecordsTest::reach);
            case Map<?, ?> map -> map.values().stream().flatMap(MaskedRecordsTest::reach);
            default -> Stream.of();
        };
    }

    private static Stream<String> texts(Record record) {
        return components(record)
                .flatMap(value -> value instanceof Optional<?> optional ? optional.stream() : Stream.of(value))
                .filter(String.class::isInstance)
                .map(String.class::cast);
    }

    private static Stream<Object> stream(Iterable<?> many) {
        List<Object> all = new ArrayList<>();
        many.forEach(all::add);
        return all.stream();
    }

    private static Stream<Object> components(Record record) {
        return Stream.of(record.getClass().getRecordComponents())
                .map(RecordComponent::getAccessor)
                .map(accessor -> value(record, accessor));
    }

    private static Object value(Record record, Method accessor) {
        try {
            accessor.setAccessible(true);
            return accessor.invoke(record);
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
