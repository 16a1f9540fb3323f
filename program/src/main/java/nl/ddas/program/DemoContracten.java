// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import nl.ddas.basis.JsonValue.JsonArray;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.fsc.model.PeerId;

/// Has the organisations of the demo agree with each other, as their operators would: by the management
/// interface of each Manager.
///
/// @param klok by which contracts run
record DemoContracten(Clock klok) {

    private static final Duration GELDIG = Duration.ofDays(365);
    private static final Duration GEDULD = Duration.ofSeconds(30);
    private static final long POLS_MILLIS = 20;

    /// Something that becomes true when Managers have talked to each other.
    @FunctionalInterface
    interface Verwachting {
        boolean klopt() throws IOException;
    }

    /// Proposes to have a Service in the Directory.
    void publiceer(DemoDeelnemer wie, String dienst) throws IOException {
        stelVoor(wie, publicatie(dienst));
    }

    /// The same, for another who is responsible for it.
    void publiceer(DemoDeelnemer wie, String dienst, PeerId namens) throws IOException {
        stelVoor(wie, publicatie(dienst).with("delegatorPeerId", namens.value()));
    }

    private static JsonObject publicatie(String dienst) {
        return JsonObject.EMPTY.with("type", "publication").with("serviceName", dienst);
    }

    /// Proposes to use a Service that stands in the Directory.
    void verbind(DemoDeelnemer wie, JsonObject gevonden) throws IOException {
        JsonObject grant = JsonObject.EMPTY
                .with("type", "connection")
                .with("serviceName", gevonden.text("name").orElseThrow())
                .with("servicePeerId", gevonden.text("peerId").orElseThrow());
        stelVoor(
                wie,
                gevonden.text("delegatorPeerId")
                        .map(id -> grant.with("publisherPeerId", id))
                        .orElse(grant));
    }

    private void stelVoor(DemoDeelnemer wie, JsonObject grant) throws IOException {
        JsonObject voorstel = JsonObject.EMPTY
                .with("notAfter", klok.instant().plus(GELDIG).toString())
                .with("grants", new JsonArray(List.of(grant)));
        wie.beheer().stuur("POST", "/contracts", voorstel);
    }

    /// How many contracts of this Peer are valid now.
    int geldige(DemoDeelnemer wie) throws IOException {
        return Beheergesprek.lijst(contracten(wie, "VALID"), "contracts").size();
    }

    private static JsonObject contracten(DemoDeelnemer wie, String stand) throws IOException {
        return wie.beheer().haal("/contracts" + Beheergesprek.vraag("state", stand, "limit", "1000"));
    }

    /// Accepts what others propose and waits for this Peer.
    void accepteer(DemoDeelnemer wie) throws IOException {
        for (JsonObject contract : Beheergesprek.lijst(contracten(wie, "PROPOSED"), "contracts")) {
            if (Beheergesprek.teksten(contract, "waitingFor")
                    .contains(wie.peer().value())) {
                String hash = Beheerverbinding.deel(contract.text("contentHash").orElseThrow());
                wie.beheer()
                        .stuur("POST", "/contracts/" + hash + "/signatures", JsonObject.EMPTY.with("type", "accept"));
            }
        }
    }

    /// Waits until it is so.
    ///
    /// @param wat names it in the message
    /// @throws BeheerMislukt when it takes too long
    void wacht(String wat, Verwachting verwachting) throws IOException {
        long uiterlijk = System.nanoTime() + GEDULD.toNanos();
        while (!verwachting.klopt()) {
            if (System.nanoTime() > uiterlijk) {
                throw new BeheerMislukt("na " + GEDULD.toSeconds() + " seconden waren er nog geen " + wat);
            }
            try {
                TimeUnit.MILLISECONDS.sleep(POLS_MILLIS);
            } catch (InterruptedException gestopt) {
                Thread.currentThread().interrupt();
                throw new BeheerMislukt("gestopt tijdens het wachten op " + wat);
            }
        }
    }
}
