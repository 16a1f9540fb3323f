// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.ddas.basis.JsonValue;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.JsonValue.JsonText;
import nl.ddas.basis.PlainText;
import nl.ddas.levering.model.Tijdzone;
import nl.ddas.presentation.Formats;

/// What the commands that talk to a Manager have in common: ask, and show the answer as text or as JSON.
record Beheergesprek(Omgeving omgeving, BeheerOpties opties) {

    /// Asks something of the Manager.
    @FunctionalInterface
    interface Vraag {
        JsonObject stel(Beheerverbinding manager) throws IOException;
    }

    /// Shows an answer as text.
    @FunctionalInterface
    interface Weergave {
        void toon(JsonObject antwoord);
    }

    int voer(Vraag vraag, Weergave weergave) throws IOException {
        try (Beheerverbinding manager = Beheerverbinding.open(opties.config, omgeving)) {
            JsonObject antwoord = vraag.stel(manager);
            if (opties.json) {
                omgeving.uit().writeBytes(antwoord.toBytes());
                omgeving.uit().println();
            } else {
                weergave.toon(antwoord);
            }
            return Uitgang.GOED;
        }
    }

    void regel(String tekst) {
        omgeving.uit().println(tekst);
    }

    /// The objects in an array of an answer.
    static List<JsonObject> lijst(JsonObject antwoord, String naam) {
        return antwoord.array(naam).orElse(List.<JsonValue>of()).stream()
                .flatMap(item -> item instanceof JsonObject object ? Stream.of(object) : Stream.empty())
                .toList();
    }

    /// The texts in an array of an answer.
    static List<String> teksten(JsonObject antwoord, String naam) {
        return antwoord.array(naam).orElse(List.<JsonValue>of()).stream()
                .flatMap(item -> item instanceof JsonText(String tekst) ? Stream.of(tekst) : Stream.empty())
                .toList();
    }

    static String tekst(JsonObject antwoord, String naam) {
        return antwoord.text(naam).map(Beheergesprek::veilig).orElse("");
    }

    /// What another Peer said, without what acts on a terminal or reads otherwise than it is.
    static String veilig(String tekst) {
        return PlainText.shown(tekst);
    }

    /// A moment of an answer, as Dutch readers write it.
    static String moment(JsonObject antwoord, String naam) {
        return antwoord.text(naam)
                .map(tekst -> Formats.moment(Instant.parse(tekst)))
                .orElse("");
    }

    /// A moment in seconds since 1970.
    static String moment(long seconden) {
        return Formats.moment(Instant.ofEpochSecond(seconden));
    }

    /// The begin of a day, as a moment in a request.
    ///
    /// @throws VerkeerdGebruik when it is no day
    static Instant dag(String tekst, String optie) {
        try {
            return LocalDate.parse(tekst).atStartOfDay(Tijdzone.NEDERLAND).toInstant();
        } catch (DateTimeParseException fout) {
            throw new VerkeerdGebruik(
                    "bij " + optie + " hoort een dag als 2027-12-31, en geen '" + veilig(tekst) + "'");
        }
    }

    /// The end of a day: the begin of the next.
    ///
    /// @throws VerkeerdGebruik when it is no day
    static Instant eindeVan(String tekst, String optie) {
        return dag(tekst, optie).atZone(Tijdzone.NEDERLAND).plusDays(1).toInstant();
    }

    /// A query out of names and values; what is empty is left out.
    static String vraag(String... namenEnWaarden) {
        List<String> paren = Stream.iterate(0, i -> i < namenEnWaarden.length, i -> i + 2)
                .filter(i -> !namenEnWaarden[i + 1].isEmpty())
                .map(i -> namenEnWaarden[i] + "=" + Beheerverbinding.deel(namenEnWaarden[i + 1]))
                .toList();
        return paren.isEmpty() ? "" : paren.stream().collect(Collectors.joining("&", "?", ""));
    }

    /// How a contract stands, in one word or two.
    static String stand(JsonObject contract) {
        return switch (contract.text("state").orElse("")) {
            case "CONTRACT_STATE_PROPOSED" -> "voorgesteld";
            case "CONTRACT_STATE_VALID" -> "geldig";
            case "CONTRACT_STATE_SUSPENDED" -> "opgeschort";
            case "CONTRACT_STATE_REJECTED" -> "geweigerd";
            case "CONTRACT_STATE_REVOKED" -> "ingetrokken";
            case "CONTRACT_STATE_EXPIRED" -> "verlopen";
            case String anders -> veilig(anders);
        };
    }

    /// What kind of Grant it is.
    static String soort(JsonObject grant) {
        return switch (grant.text("type").orElse("")) {
            case "GRANT_TYPE_SERVICE_PUBLICATION" -> "publicatie";
            case "GRANT_TYPE_DELEGATED_SERVICE_PUBLICATION" -> "publicatie namens een ander";
            case "GRANT_TYPE_SERVICE_CONNECTION" -> "verbinding";
            case "GRANT_TYPE_DELEGATED_SERVICE_CONNECTION" -> "verbinding namens een ander";
            case String anders -> veilig(anders);
        };
    }
}
