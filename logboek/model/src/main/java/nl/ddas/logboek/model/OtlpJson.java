// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.model;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/// Reads OTLP/JSON: names in lowerCamelCase only, ids in hexadecimal, enums as numbers only, 64-bit numbers as text or
/// number, unknown members passed over. Not the JSON of protobuf, which takes ids for base64 and gives 24 bytes.
final class OtlpJson {

    private final Jsonstroom json;
    private final Teller teller;
    private final OtlpJsonWaarden waarden;

    OtlpJson(InputStream in, Teller teller) {
        this.json = new Jsonstroom(in);
        this.teller = teller;
        this.waarden = new OtlpJsonWaarden(json, teller);
    }

    List<Invoergroep> read() throws IOException {
        List<Invoergroep> groepen = new ArrayList<>();
        if (!json.next()) {
            throw json.broken();
        }
        json.members(naam -> {
            if (naam.equals("resourceSpans") && !json.isNull()) {
                json.elements(() -> groepen.add(group()));
            } else {
                json.skip();
            }
        });
        if (json.next()) {
            throw json.broken();
        }
        return groepen;
    }

    private Invoergroep group() throws IOException {
        List<Attribuut> resource = new ArrayList<>();
        List<Invoerregel> regels = new ArrayList<>();
        json.members(naam -> {
            switch (json.isNull() ? "" : naam) {
                case "resource" ->
                    json.members(lid -> {
                        if (lid.equals("attributes") && json.isArray()) {
                            resource.addAll(waarden.attributes(() -> {}));
                        } else {
                            json.skip();
                        }
                    });
                case "scopeSpans" -> json.elements(() -> scope(regels));
                default -> json.skip();
            }
        });
        return new Invoergroep(resource, regels);
    }

    private void scope(List<Invoerregel> into) throws IOException {
        json.members(naam -> {
            if (naam.equals("spans") && !json.isNull()) {
                json.elements(() -> {
                    teller.regel();
                    into.add(span());
                });
            } else {
                json.skip();
            }
        });
    }

    private Invoerregel span() throws IOException {
        Regelbouw regel = new Regelbouw();
        OtlpJsonVelden velden = new OtlpJsonVelden(json, regel);
        json.members(naam -> {
            if (json.isNull()) {
                return;
            }
            switch (naam) {
                case "attributes" -> regel.attributen.addAll(attributes(regel));
                case "events" -> events(regel);
                default -> velden.read(naam);
            }
        });
        return regel.build();
    }

    private List<Attribuut> attributes(Regelbouw regel) throws IOException {
        if (json.isArray()) {
            return waarden.attributes(() -> regel.report(Regelcode.VALUE_TOO_DEEP, Kernveld.ATTRIBUTES));
        }
        json.skip();
        regel.report(Regelcode.FIELD_TYPE, Kernveld.ATTRIBUTES);
        return List.of();
    }

    private void events(Regelbouw regel) throws IOException {
        if (!json.isArray()) {
            json.skip();
            return;
        }
        json.elements(() -> {
            teller.waarde();
            event(regel);
        });
    }

    private void event(Regelbouw regel) throws IOException {
        String[] genoemd = {""};
        List<Attribuut> inhoud = new ArrayList<>();
        json.members(naam -> {
            if (naam.equals("name")) {
                genoemd[0] = json.text().orElse("");
            } else if (naam.equals("attributes") && json.isArray()) {
                inhoud.addAll(waarden.attributes(() -> {}));
            } else {
                json.skip();
            }
        });
        regel.event(genoemd[0], inhoud);
    }
}
