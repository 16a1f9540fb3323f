// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.fsc.manager.OwnService;
import nl.ddas.fsc.model.Protocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What an operator does with services from the command line, with a Manager that is its own Directory.
class FscDienstTest {

    @RegisterExtension
    static final Beheerproef op = new Beheerproef();

    @Test
    void aServiceIsPublishedFoundAndItsContractRevoked() {
        Loop gepubliceerd = op.ddas(
                "dienst",
                "publiceren",
                "mijn-dienst",
                "--adres",
                "http://127.0.0.1:8080",
                "--tot",
                Beheerproef.volgendJaar());
        assertThat(gepubliceerd.uitgang()).as(gepubliceerd.fout()).isZero();
        // We are the Directory ourselves: one signature makes it valid.
        assertThat(gepubliceerd.uit()).contains("Stand        geldig", "publicatie, dienst mijn-dienst");

        assertThat(op.ddas("dienst", "zoek", "MIJN").uit()).contains("mijn-dienst", "Ons", Beheerproef.OIN);
        assertThat(op.ddas("dienst", "lijst").uit())
                .contains("mijn-dienst", "http://127.0.0.1:8080", "nu door geen Inway");

        String hash = Beheerproef.een(Beheerproef.CONTRACT, gepubliceerd.uit());
        assertThat(op.ddas("contract", "toon", hash).uit()).contains(hash, "geaccepteerd op");
        assertThat(op.ddas("contract", "intrekken", hash).uit()).contains("Stand        ingetrokken");
        assertThat(op.ddas("contract", "lijst", "--dienst", "mijn-dienst", "--stand", "ingetrokken")
                        .uit())
                .contains(hash);
        assertThat(op.ddas("dienst", "zoek", "mijn-dienst").uit()).contains("geen dienst die hieraan voldoet");
        assertThat(op.ddas("beheer", "spoor").uit())
                .contains("Jan Jansen", "contract-propose", "contract-revoke", "service-put", "done");
    }

    @Test
    void aServiceIsShownAndRemoved() {
        Loop _ = op.ddas(
                "dienst",
                "publiceren",
                "weg-dienst",
                "--adres",
                "http://127.0.0.1:8081",
                "--tot",
                Beheerproef.volgendJaar());
        assertThat(op.ddas("dienst", "toon", "weg-dienst").uit())
                .contains("weg-dienst", "http://127.0.0.1:8081", "HTTP/1.1", "nu door geen Inway");

        assertThat(op.ddas("dienst", "verwijderen", "weg-dienst").uit()).contains("staat niet meer in de Manager");
        assertThat(op.ddas("dienst", "lijst").uit()).doesNotContain("weg-dienst");
        Loop weg = op.ddas("dienst", "toon", "weg-dienst");
        assertThat(weg.uitgang()).isEqualTo(2);
        assertThat(weg.fout()).contains("geen dienst met deze naam");
        assertThat(op.ddas("dienst", "verwijderen", "weg-dienst").uitgang()).isEqualTo(2);
        assertThat(op.ddas("beheer", "spoor").uit()).contains("service-remove");
    }

    @Test
    void aServiceIsSwitchedOffAndOn() throws IOException {
        Loop _ = op.ddas(
                "dienst",
                "publiceren",
                "schakel-dienst",
                "--adres",
                "http://127.0.0.1:8082",
                "--tot",
                Beheerproef.volgendJaar());
        assertThat(op.ddas("dienst", "uitzetten", "schakel-dienst").uit()).contains("schakel-dienst staat nu uit");
        assertThat(op.ddas("dienst", "toon", "schakel-dienst").uit())
                .contains("http://127.0.0.1:8082", "Aangeboden   uitgezet");
        assertThat(op.ddas("dienst", "aanzetten", "schakel-dienst").uit()).contains("schakel-dienst staat nu aan");
        assertThat(op.ddas("dienst", "toon", "schakel-dienst").uit()).contains("nu door geen Inway");
        Loop onbekend = op.ddas("dienst", "uitzetten", "bestaat-niet");
        assertThat(onbekend.uitgang()).isEqualTo(2);
        assertThat(onbekend.fout()).contains("geen dienst met deze naam");
        assertThat(op.ddas(op.bediener("Kim Kijker"), "dienst", "uitzetten", "schakel-dienst")
                        .uitgang())
                .isEqualTo(2);
    }

    /// As set up by a program that talks to the management interface itself.
    @Test
    void whatWasSetForAServiceStaysWhenItIsPublishedAnew() {
        Optional<JsonObject> eigenschappen = Optional.of(JsonObject.EMPTY.with("doel", "x"));
        op.manager()
                .registrations()
                .put(new OwnService(
                        "vaste-dienst",
                        URI.create("http://127.0.0.1:8083"),
                        Protocol.HTTP_1_1,
                        false,
                        7,
                        false,
                        eigenschappen));
        Loop _ = op.ddas(
                "dienst",
                "publiceren",
                "vaste-dienst",
                "--adres",
                "http://127.0.0.1:8084",
                "--tot",
                Beheerproef.volgendJaar());
        assertThat(op.manager().registrations().service("vaste-dienst"))
                .contains(new OwnService(
                        "vaste-dienst",
                        URI.create("http://127.0.0.1:8084"),
                        Protocol.HTTP_1_1,
                        false,
                        7,
                        false,
                        eigenschappen));
    }
}
