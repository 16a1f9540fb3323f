// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.model;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;

/// The simple members of a span in OTLP/JSON. One of the wrong kind makes the line wrong, not the body.
final class OtlpJsonVelden {

    private final Jsonstroom json;
    private final Regelbouw regel;

    OtlpJsonVelden(Jsonstroom json, Regelbouw regel) {
        this.json = json;
        this.regel = regel;
    }

    void read(String naam) throws IOException {
        switch (naam) {
            case "traceId" -> regel.traceId = id(Kernveld.TRACE_ID, Regelcode.TRACE_ID_FORM);
            case "spanId" -> regel.spanId = id(Kernveld.SPAN_ID, Regelcode.SPAN_ID_FORM);
            case "parentSpanId" -> regel.parentSpanId = id(Kernveld.PARENT_SPAN_ID, Regelcode.PARENT_FORM);
            case "name" -> regel.name = text(Kernveld.NAME);
            case "traceState" -> regel.traceState = json.text().orElse("");
            case "flags" -> regel.flags = (int) json.whole().orElse(0);
            case "droppedAttributesCount" -> regel.weggelaten = (int) Math.min(Integer.MAX_VALUE, dropped());
            case "startTimeUnixNano" -> regel.start = moment(Kernveld.START_TIME);
            case "endTimeUnixNano" -> regel.eind = moment(Kernveld.END_TIME);
            case "status" -> status();
            default -> json.skip();
        }
    }

    private long dropped() {
        return Math.max(0, json.whole().orElse(0));
    }

    private Octetten id(Kernveld veld, Regelcode code) {
        Optional<String> text = json.text();
        Optional<Octetten> bytes = text.flatMap(Octetten::parse);
        if (text.isEmpty()) {
            regel.report(Regelcode.FIELD_TYPE, veld);
        } else if (bytes.isEmpty()) {
            regel.report(code, veld);
        }
        return bytes.orElse(Octetten.LEEG);
    }

    private String text(Kernveld veld) {
        Optional<String> text = json.text();
        if (text.isEmpty()) {
            regel.report(Regelcode.FIELD_TYPE, veld);
        }
        return text.orElse("");
    }

    private long moment(Kernveld veld) {
        OptionalLong nanos = json.whole();
        if (nanos.isEmpty()) {
            regel.report(Regelcode.TIME_FORM, veld);
        }
        return nanos.orElse(0);
    }

    private void status() throws IOException {
        if (!json.isObject()) {
            json.skip();
            regel.report(Regelcode.FIELD_TYPE, Kernveld.STATUS);
            return;
        }
        json.members(naam -> {
            switch (naam) {
                case "code" -> code();
                case "message" -> regel.statusmelding = json.text().orElse("");
                default -> json.skip();
            }
        });
    }

    /// A number; the names of the enum are forbidden, but written all the same by those who use protobuf's own JSON.
    private void code() {
        if (json.isNull()) {
            return;
        }
        if (json.isText()) {
            Statuswoord.read(json.text().orElse(""), regel, true);
            return;
        }
        OptionalLong code = json.whole();
        if (code.isEmpty()) {
            regel.report(Regelcode.STATUS_FORM, Kernveld.STATUS);
        }
        regel.status = Math.clamp(code.orElse(0), -1, Integer.MAX_VALUE);
    }
}
