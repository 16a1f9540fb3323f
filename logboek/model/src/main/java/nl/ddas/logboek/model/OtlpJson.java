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
        this.json = new Jsonstroom(in, teller.grenzen().regelbytes());
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
        teller.groep();
        List<Attribuut> resource = new ArrayList<>();
        Regelbouw overResource = new Regelbouw();
        Ruw[] ruw = {Ruw.GEEN};
        List<Invoerregel> regels = new ArrayList<>();
        json.members(naam -> {
            switch (json.isNull() ? "" : naam) {
                case "resource" -> {
                    resource.clear();
                    ruw[0] = json.text(Ruw.GRENS, () -> resource(resource, overResource));
                }
                case "scopeSpans" -> json.elements(() -> scope(regels));
                default -> json.skip();
            }
        });
        teller.kopie((long) regels.size() * ruw[0].length());
        return new Invoergroep(Invoervorm.OTLP_JSON, resource, overResource.gebreken(), ruw[0], regels);
    }

    private void resource(List<Attribuut> into, Regelbouw gebreken) throws IOException {
        json.members(lid -> {
            if (lid.equals("attributes") && json.isArray()) {
                into.addAll(waarden.attributes((code, _) -> gebreken.report(code, Kernveld.RESOURCE)));
            } else {
                json.skip();
            }
        });
    }

    private void scope(List<Invoerregel> into) throws IOException {
        json.members(naam -> {
            if (naam.equals("spans") && !json.isNull()) {
                json.elements(() -> {
                    teller.regel();
                    Regelbouw regel = new Regelbouw();
                    Ruw ruw = json.text(teller.grenzen().regelbytes(), () -> span(regel));
                    into.add(regel.complete(ruw));
                });
            } else {
                json.skip();
            }
        });
    }

    private void span(Regelbouw regel) throws IOException {
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
    }

    private List<Attribuut> attributes(Regelbouw regel) throws IOException {
        if (json.isArray()) {
            return waarden.attributes((code, sleutel) -> report(regel, code, sleutel));
        }
        json.skip();
        regel.report(Regelcode.FIELD_TYPE, Kernveld.ATTRIBUTES);
        return List.of();
    }

    /// As in protobuf: a value that was left out is told with the field, one of the wrong kind with its key.
    private static void report(Regelbouw regel, Regelcode code, String sleutel) {
        if (code == Regelcode.VALUE_TOO_DEEP) {
            regel.report(code, Kernveld.ATTRIBUTES);
        } else {
            regel.report(code, sleutel);
        }
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
                inhoud.addAll(waarden.attributes((code, sleutel) -> {
                    if (sleutel.startsWith(Regelbouw.UITZONDERINGSVELD)) {
                        report(regel, code, sleutel);
                    }
                }));
            } else {
                json.skip();
            }
        });
        regel.event(genoemd[0], inhoud);
    }
}
