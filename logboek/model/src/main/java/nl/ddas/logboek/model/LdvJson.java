// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.model;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/// Reads lines as the text of the standard prints them: snake_case, attributes as an object, times in milliseconds. The
/// names of 2024 are taken too. Lines that follow each other with the same resource share it.
final class LdvJson {

    private final Jsonstroom json;
    private final Teller teller;
    private final LdvJsonWaarden waarden;
    private final List<Invoergroep> groepen = new ArrayList<>();
    private final List<Invoerregel> regels = new ArrayList<>();
    private List<Attribuut> resource = List.of();

    LdvJson(InputStream in, Teller teller) {
        this.json = new Jsonstroom(in, teller.grenzen().regelbytes());
        this.teller = teller;
        this.waarden = new LdvJsonWaarden(json, teller);
    }

    List<Invoergroep> read() throws IOException {
        while (json.next()) {
            if (json.isArray()) {
                json.elements(this::line);
            } else {
                line();
            }
        }
        close();
        return groepen;
    }

    private void line() throws IOException {
        teller.regel();
        Regelbouw regel = new Regelbouw();
        List<Attribuut> own = new ArrayList<>();
        Ruw ruw = json.text(teller.grenzen().regelbytes(), () -> line(regel, own));
        if (!own.equals(resource)) {
            close();
            resource = own;
        }
        regels.add(regel.complete(ruw));
    }

    private void line(Regelbouw regel, List<Attribuut> own) throws IOException {
        LdvJsonVelden velden = new LdvJsonVelden(json, regel, waarden);
        json.members(naam -> {
            if (json.isNull()) {
                return;
            }
            switch (naam) {
                case "attributes" -> velden.attributes();
                case "resource" -> resource(own, regel);
                default -> velden.read(naam);
            }
        });
        velden.complete();
    }

    /// `{"attributes": {...}}`, or `{"name", "version"}` of 2024.
    private void resource(List<Attribuut> into, Regelbouw regel) throws IOException {
        if (!json.isObject()) {
            json.skip();
            regel.report(Regelcode.FIELD_TYPE, Kernveld.RESOURCE);
            return;
        }
        json.members(naam -> {
            switch (naam) {
                case "attributes" -> into.addAll(waarden.attributes(regel, Kernveld.RESOURCE));
                case "name" -> json.text().ifPresent(text -> into.add(Attribuut.of("service.name", text)));
                case "version" -> json.text().ifPresent(text -> into.add(Attribuut.of("service.version", text)));
                default -> json.skip();
            }
        });
    }

    private void close() {
        if (!regels.isEmpty()) {
            groepen.add(new Invoergroep(Invoervorm.LDV_JSON, resource, List.of(), Ruw.GEEN, regels));
            regels.clear();
        }
    }
}
