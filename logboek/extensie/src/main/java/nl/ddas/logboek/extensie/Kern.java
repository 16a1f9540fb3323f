// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.extensie;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import nl.ddas.basis.JsonValue;
import nl.ddas.basis.JsonValue.JsonNull;
import nl.ddas.basis.JsonValue.JsonNumber;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.JsonValue.JsonText;
import nl.ddas.logboek.model.Kernsleutel;
import nl.ddas.logboek.model.Kernveld;

/// What the checker of extensions has to know of the core standard (Logboek Dataverwerkingen 1.0.0, 3.2.2).
/// Together with [GeladenExtensies] and [Modelkern] the only place that knows the model of a log line.
public interface Kern {

    /// Versions of the core that were published.
    List<String> VERSIES = List.of("1.0.0");

    /// The fields of a log line, as the standard names them.
    List<String> VELDEN = Kernveld.namen();

    /// Start of the keys of the core.
    String PREFIX = Kernsleutel.VOORVOEGSEL;

    /// Judges one line in the form that the standard prints (names with underscores, times in milliseconds).
    Oordeel judge(JsonObject regel);

    /// What the core says of a line.
    sealed interface Oordeel {
        record Goed() implements Oordeel {}

        record Fout(List<Bezwaar> bezwaren) implements Oordeel {}
    }

    /// @param veld field or key; never its value
    /// @param melding Dutch, a part of a sentence; never a value of the line
    record Bezwaar(String veld, String melding) {}

    /// Structural rules of the core (F1-F13) that can be told in a few Dutch words.
    static Kern eigen() {
        return Eigen::judge;
    }

    /// The rules behind [#eigen].
    final class Eigen {

        private static final Pattern TRACE = Pattern.compile("(?!0+$)[0-9a-fA-F]{32}");
        private static final Pattern SPAN = Pattern.compile("(?!0+$)[0-9a-fA-F]{16}");
        private static final Set<String> STATUS = Set.of("Unset", "Ok", "Error");

        private final JsonObject regel;
        private final List<Bezwaar> bezwaren = new ArrayList<>();

        private Eigen(JsonObject regel) {
            this.regel = regel;
        }

        private static Oordeel judge(JsonObject regel) {
            Eigen eigen = new Eigen(regel);
            eigen.fields();
            eigen.times();
            regel.object("attributes").ifPresentOrElse(eigen::attributes, () -> eigen.no("attributes", "ontbreekt"));
            return eigen.bezwaren.isEmpty() ? new Oordeel.Goed() : new Oordeel.Fout(List.copyOf(eigen.bezwaren));
        }

        private void no(String veld, String melding) {
            bezwaren.add(new Bezwaar(veld, melding));
        }

        private void fields() {
            form("trace_id", TRACE, true, "is geen 32 hexadecimale tekens (16 bytes, niet alleen nullen)");
            form("span_id", SPAN, true, "is geen 16 hexadecimale tekens (8 bytes, niet alleen nullen)");
            form("parent_span_id", SPAN, false, "is geen 16 hexadecimale tekens (8 bytes, niet alleen nullen)");
            String status = word("status");
            if (!STATUS.contains(status)) {
                no("status", status.isEmpty() ? "ontbreekt" : "is niet Unset, Ok of Error");
            }
            if (word("name").isBlank()) {
                no("name", "ontbreekt");
            }
            if (regel.get("resource").isPresent()
                    && regel.object("resource")
                            .flatMap(r -> r.object("attributes"))
                            .isEmpty()) {
                no("resource", "heeft geen blok attributes");
            }
            regel.members().keySet().stream()
                    .filter(veld -> !VELDEN.contains(veld))
                    .forEach(veld -> no(Citaat.plain(veld), "is geen veld van de kern"));
        }

        private void form(String veld, Pattern vorm, boolean verplicht, String melding) {
            String waarde = word(veld);
            if (waarde.isEmpty() ? verplicht : !vorm.matcher(waarde).matches()) {
                no(veld, waarde.isEmpty() ? "ontbreekt" : melding);
            }
        }

        private String word(String veld) {
            return regel.get(veld).map(Eigen::word).orElse("");
        }

        /// An id of digits only reads as a number when it has no quotes.
        private static String word(JsonValue waarde) {
            return switch (waarde) {
                case JsonText(String tekst) -> tekst;
                case JsonNumber(String cijfers) -> cijfers;
                case JsonValue _ -> "";
            };
        }

        private void times() {
            Optional<Long> begin = time("start_time");
            Optional<Long> eind = time("end_time");
            if (begin.isPresent() && eind.isPresent() && eind.get() < begin.get()) {
                no("end_time", "ligt voor start_time");
            }
        }

        private Optional<Long> time(String veld) {
            Optional<Long> tijd = regel.whole(veld).filter(ms -> ms > 0);
            if (tijd.isEmpty()) {
                no(veld, regel.get(veld).isEmpty() ? "ontbreekt" : "is geen geheel getal milliseconden sinds 1970");
            }
            return tijd;
        }

        private void attributes(JsonObject attributes) {
            attributes.members().forEach((sleutel, waarde) -> {
                if (sleutel.startsWith(PREFIX) && Kernsleutel.of(sleutel).isEmpty()) {
                    no(Citaat.plain(sleutel), "is geen sleutel van de kern");
                }
                if (waarde instanceof JsonNull) {
                    no(Citaat.plain(sleutel), "heeft geen waarde");
                }
            });
            uri(attributes, "processing_activity_id");
            uri(attributes, "foreign_operation.processor");
            if (has(attributes, "data_subject_id") != has(attributes, "data_subject_id_type")) {
                no(PREFIX + "data_subject_id", "en data_subject_id_type staan er samen, of allebei niet");
            }
            if (!(attributes.get(PREFIX + "data_subject_id").orElse(new JsonText("")) instanceof JsonText)) {
                no(PREFIX + "data_subject_id", "is geen tekst; een regel gaat over hoogstens een betrokkene");
            }
            if (has(attributes, "foreign_operation.processor")
                    && word("parent_span_id").isEmpty()) {
                no("parent_span_id", "ontbreekt, terwijl er een aanroepende partij is");
            }
        }

        private static boolean has(JsonObject attributes, String sleutel) {
            return attributes.get(PREFIX + sleutel).isPresent();
        }

        private void uri(JsonObject attributes, String sleutel) {
            attributes
                    .get(PREFIX + sleutel)
                    .map(Eigen::word)
                    .filter(woord -> !isUri(woord))
                    .ifPresent(_ -> no(PREFIX + sleutel, "is geen absolute URI"));
        }

        private static boolean isUri(String woord) {
            try {
                return new URI(woord).isAbsolute();
            } catch (URISyntaxException other) {
                return false;
            }
        }
    }
}
