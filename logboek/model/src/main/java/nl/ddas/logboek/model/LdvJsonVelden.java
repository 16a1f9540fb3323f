// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.model;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;

/// The members of a line in the JSON of the standard, those of 2024 included.
final class LdvJsonVelden {

    private static final long NANOS = 1_000_000;

    private final Jsonstroom json;
    private final Regelbouw regel;
    private final LdvJsonWaarden waarden;
    private String entiteit = "";

    LdvJsonVelden(Jsonstroom json, Regelbouw regel, LdvJsonWaarden waarden) {
        this.json = json;
        this.regel = regel;
        this.waarden = waarden;
    }

    void read(String naam) throws IOException {
        switch (naam) {
            case "trace_id" -> regel.traceId = traceId();
            case "span_id", "operation_id" -> regel.spanId = id(Kernveld.SPAN_ID, Regelcode.SPAN_ID_FORM);
            case "parent_span_id", "parent_operation_id" ->
                regel.parentSpanId = id(Kernveld.PARENT_SPAN_ID, Regelcode.PARENT_FORM);
            case "name" -> regel.name = text(Kernveld.NAME).orElse("");
            case "status", "status_code" -> status();
            case "start_time" -> regel.start = moment(Kernveld.START_TIME);
            case "end_time" -> regel.eind = moment(Kernveld.END_TIME);
            case "foreign_operation" -> foreign();
            default -> json.skip();
        }
    }

    void attributes() throws IOException {
        regel.attributen.addAll(waarden.attributes(regel, Kernveld.ATTRIBUTES));
    }

    void complete() {
        Vreemd.complete(regel, entiteit);
    }

    private Octetten traceId() {
        Optional<String> text = text(Kernveld.TRACE_ID);
        if (text.isPresent() && text.get().length() == 36) {
            try {
                UUID uuid = UUID.fromString(text.get());
                regel.vlaggen.add(Ingestvlag.TRACE_ID_DASHED);
                return Octetten.parse(uuid.toString().replace("-", "")).orElse(Octetten.LEEG);
            } catch (IllegalArgumentException _) {
                regel.report(Regelcode.TRACE_ID_FORM, Kernveld.TRACE_ID);
                return Octetten.LEEG;
            }
        }
        return hex(text, Kernveld.TRACE_ID, Regelcode.TRACE_ID_FORM);
    }

    private Octetten id(Kernveld veld, Regelcode code) {
        return hex(text(veld), veld, code);
    }

    private Octetten hex(Optional<String> text, Kernveld veld, Regelcode code) {
        Optional<Octetten> bytes = text.flatMap(Octetten::parse);
        if (text.isPresent() && bytes.isEmpty()) {
            regel.report(code, veld);
        }
        return bytes.orElse(Octetten.LEEG);
    }

    private Optional<String> text(Kernveld veld) {
        Optional<String> text = json.text();
        if (text.isEmpty()) {
            regel.report(Regelcode.FIELD_TYPE, veld);
        }
        return text;
    }

    private void status() {
        if (json.isText()) {
            Statuswoord.read(json.text().orElse(""), regel, false);
        } else {
            regel.vlaggen.add(Ingestvlag.STATUS_TEXT);
            regel.status = Math.clamp(json.whole().orElse(-1), -1, Integer.MAX_VALUE);
        }
    }

    /// Milliseconds as a number; a moment of RFC 3339 where the mode allows it.
    private long moment(Kernveld veld) {
        if (json.isText()) {
            return moment(json.text().orElse(""), veld);
        }
        Optional<BigDecimal> number = json.number();
        if (number.isEmpty() || number.get().scale() > 0 || number.get().signum() < 0) {
            regel.report(Regelcode.TIME_FORM, veld);
            return 0;
        }
        boolean isStart = veld == Kernveld.START_TIME;
        Optional<Tijdeenheid> other = Tijdeenheid.otherThan(Tijdeenheid.MILLIS, number.get());
        if (other.isPresent()) {
            regel.report(
                    isStart ? Regelcode.START_UNIT : Regelcode.END_UNIT,
                    veld.naam(),
                    other.get().hint(Tijdeenheid.MILLIS));
            return 0;
        }
        return number.get().longValue() * NANOS;
    }

    private long moment(String text, Kernveld veld) {
        try {
            Instant moment = OffsetDateTime.parse(text).toInstant();
            regel.vlaggen.add(Ingestvlag.TIME_TEXT);
            return Math.addExact(Math.multiplyExact(moment.getEpochSecond(), 1_000 * NANOS), moment.getNano());
        } catch (DateTimeParseException | ArithmeticException _) {
            regel.report(Regelcode.TIME_FORM, veld);
            return 0;
        }
    }

    private void foreign() throws IOException {
        if (!json.isObject()) {
            json.skip();
            return;
        }
        json.members(naam -> {
            switch (naam) {
                case "trace_id" -> regel.vreemdeTraceId = foreignId();
                case "operation_id", "span_id" -> regel.vreemdeSpanId = foreignId();
                case "entity" -> entiteit = json.text().orElse("");
                default -> json.skip();
            }
        });
    }

    private Octetten foreignId() {
        return json.text().flatMap(Octetten::parse).orElse(Octetten.LEEG);
    }
}
