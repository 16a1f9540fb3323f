// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import nl.ddas.basis.JsonReading;
import nl.ddas.basis.JsonValue.JsonArray;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.fsc.model.ContentReading;
import nl.ddas.fsc.model.ContractContent;
import nl.ddas.fsc.model.Grant;
import nl.ddas.fsc.model.GrantHash;
import nl.ddas.fsc.model.StrictJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `ddas fsc hash`: the hashes by which Peers speak of a contract and its Grants.
@Command(
        name = "hash",
        description = {
            "Berekent de hashes van een FSC-contract: een van het contract, en een van elke grant, in hun volgorde.",
            "Het bestand bevat alleen de inhoud van het contract (contract_content), als JSON."
        })
final class HashOpdracht implements Callable<Integer> {

    @Mixin
    Hulp hulp = new Hulp();

    @Parameters(paramLabel = "BESTAND", description = "JSON-bestand met de inhoud van een contract.")
    Path bestand = Path.of("");

    @Option(names = "--json", description = "Schrijf de hashes als JSON naar de standaarduitvoer.")
    boolean json;

    private final Omgeving omgeving;

    HashOpdracht(Omgeving omgeving) {
        this.omgeving = omgeving;
    }

    @Override
    public Integer call() throws IOException {
        Invoer.bestaat(bestand);
        JsonReading gelezen;
        try (InputStream stroom = Files.newInputStream(bestand)) {
            gelezen = JsonReading.of(stroom, StrictJson.MAX_BYTES, StrictJson.LIMITS);
        }
        return switch (gelezen) {
            case JsonReading.Refused fout -> geweigerd(fout.detail());
            case JsonReading.Read(JsonObject inhoud) ->
                inhoud.object("contract_content").isPresent()
                        ? geweigerd(
                                "Het contract staat hier binnen contract_content. Geef een bestand met alleen wat"
                                        + " daarbinnen staat: de hash gaat over die inhoud, niet over de handtekeningen eromheen.")
                        : bereken(inhoud);
            case JsonReading.Read anders -> geweigerd("Een contract is een JSON-object, tussen { en }.");
        };
    }

    private int bereken(JsonObject inhoud) {
        return switch (ContractContent.read(inhoud)) {
            case ContentReading.Read(ContractContent contract) -> druk(contract);
            case ContentReading.Refused(String reden) ->
                geweigerd("Dit is geen inhoud van een FSC-contract. " + Contractmelding.van(reden) + ".");
        };
    }

    private int geweigerd(String reden) {
        omgeving.fout().println("ddas: " + bestand + " is geweigerd. " + reden);
        return Uitgang.BEVINDINGEN;
    }

    private int druk(ContractContent contract) {
        if (!contract.hashAlgorithm().equals(ContractContent.SHA3_512)) {
            return geweigerd("Het contract noemt een ander hashalgoritme dan " + ContractContent.SHA3_512 + ".");
        }
        if (json) {
            JsonObject document = JsonObject.EMPTY
                    .with("contentHash", contract.hash().value())
                    .with(
                            "grantHashes",
                            JsonArray.ofTexts(contract.grantHashes().stream()
                                    .map(GrantHash::value)
                                    .toList()));
            omgeving.uit().writeBytes(document.toBytes());
            omgeving.uit().println();
            return Uitgang.GOED;
        }
        omgeving.uit().println("Contract (content hash):");
        omgeving.uit().println("  " + contract.hash());
        for (int i = 0; i < contract.grants().size(); i++) {
            omgeving.uit()
                    .println("Grant " + (i + 1) + ", " + soort(contract.grants().get(i)) + " (grant hash):");
            omgeving.uit().println("  " + contract.grantHashes().get(i));
        }
        omgeving.uit().println();
        omgeving.uit()
                .println("Zet een hash in een opdrachtregel altijd tussen enkele aanhalingstekens: er staat een $ in.");
        return Uitgang.GOED;
    }

    private static String soort(Grant grant) {
        return switch (grant) {
            case Grant.ServicePublication g -> "publicatie van dienst " + g.serviceName();
            case Grant.DelegatedServicePublication g -> "publicatie namens een ander van dienst " + g.serviceName();
            case Grant.ServiceConnection g -> "verbinding met dienst " + g.serviceName();
            case Grant.DelegatedServiceConnection g -> "verbinding namens een ander met dienst " + g.serviceName();
        };
    }
}
