// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import nl.ddas.basis.JsonValue;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.JsonValue.JsonText;

/// A contract in the terminal.
record Contractweergave(PrintStream uit) {

    void toon(JsonObject contract) {
        uit.println("Contract     " + Beheergesprek.tekst(contract, "contentHash"));
        uit.println("Stand        " + Beheergesprek.stand(contract));
        uit.println("Geldig       van " + Beheergesprek.moment(contract, "notBefore") + " tot "
                + Beheergesprek.moment(contract, "notAfter"));
        for (JsonObject grant : Beheergesprek.lijst(contract, "grants")) {
            uit.println("Grant        " + Beheergesprek.soort(grant) + ", dienst "
                    + Beheergesprek.tekst(grant, "serviceName") + " van deelnemer "
                    + Beheergesprek.tekst(grant, "providerPeerId"));
            String hash = Beheergesprek.tekst(grant, "grantHash");
            uit.println("  grant hash " + hash);
            inhoud(contract, hash);
        }
        Beheergesprek.lijst(contract, "peers").forEach(this::deelnemer);
        Beheergesprek.lijst(contract, "deliveries").forEach(this::bezorging);
        lijst("Let op:", Beheergesprek.teksten(contract, "cautions"));
        lijst("Opmerkingen:", Beheergesprek.teksten(contract, "remarks"));
    }

    /// All that the Grant says: who accepts it, accepts what no program knows too.
    private void inhoud(JsonObject contract, String hash) {
        Beheergesprek.lijst(contract, "contractGrants").stream()
                .filter(grant -> grant.text("grantHash").equals(Optional.of(hash)))
                .limit(1)
                .forEach(grant -> regels("", grant.object("data").orElse(JsonObject.EMPTY)));
    }

    private void regels(String pad, JsonValue waarde) {
        switch (waarde) {
            case JsonObject leden
            when !leden.members().isEmpty() ->
                leden.members().forEach((naam, lid) -> regels(pad.isEmpty() ? naam : pad + "." + naam, lid));
            case JsonText(String tekst) -> regel(pad, tekst);
            case JsonValue anders -> regel(pad, new String(anders.toBytes(), StandardCharsets.UTF_8));
        }
    }

    private void regel(String pad, String waarde) {
        if (!pad.equals("type")) {
            uit.println("  " + Beheergesprek.veilig(pad) + ": " + Beheergesprek.veilig(waarde));
        }
    }

    private void deelnemer(JsonObject peer) {
        String wie = Beheergesprek.tekst(peer, "peerId") + " " + Beheergesprek.tekst(peer, "peerName");
        uit.println("Deelnemer    " + wie.strip() + ": " + zei(peer));
    }

    private static String zei(JsonObject peer) {
        if (peer.text("revoke").isPresent()) {
            return "ingetrokken op " + Beheergesprek.moment(peer, "revoke");
        }
        if (peer.text("reject").isPresent()) {
            return "geweigerd op " + Beheergesprek.moment(peer, "reject");
        }
        return peer.text("accept").isPresent()
                ? "geaccepteerd op " + Beheergesprek.moment(peer, "accept")
                : "nog niet geaccepteerd";
    }

    /// What did not reach somebody yet, a row of `/deliveries`.
    void bezorging(JsonObject rij) {
        boolean wacht = Beheergesprek.tekst(rij, "status").equals("PENDING");
        String reden = Beheergesprek.tekst(rij, "reason");
        uit.println("Nog niet aangekomen bij " + Beheergesprek.tekst(rij, "peerId") + ": "
                + (wacht
                        ? "volgende poging " + Beheergesprek.moment(rij, "next")
                        : "dit wordt niet meer vanzelf geprobeerd")
                + (reden.isEmpty() ? "" : " (" + reden + ")"));
    }

    private void lijst(String kop, List<String> regels) {
        if (!regels.isEmpty()) {
            uit.println();
            uit.println(kop);
            regels.forEach(regel -> uit.println("- " + Beheergesprek.veilig(regel)));
        }
    }
}
