// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.PrintStream;
import java.util.List;
import nl.ddas.basis.JsonValue.JsonObject;

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
            uit.println("  grant hash " + Beheergesprek.tekst(grant, "grantHash"));
        }
        Beheergesprek.lijst(contract, "peers").forEach(this::deelnemer);
        Beheergesprek.lijst(contract, "deliveries").forEach(this::bezorging);
        lijst("Let op:", Beheergesprek.teksten(contract, "cautions"));
        lijst("Opmerkingen:", Beheergesprek.teksten(contract, "remarks"));
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

    private void bezorging(JsonObject rij) {
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
