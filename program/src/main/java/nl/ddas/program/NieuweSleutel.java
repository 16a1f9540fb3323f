// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.util.List;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.presentation.Column;
import nl.ddas.presentation.TerminalTable;

/// Contracts that name an old key of our Outway: to see them, and to propose them anew.
///
/// @param outway its name; empty when there is only one
/// @param sleutel SHA-256 of the new key; empty for the one that the Outway has now
/// @param oudeSleutel SHA-256 of one more old key, or empty
record NieuweSleutel(Beheergesprek gesprek, String outway, String sleutel, String oudeSleutel) {

    /// Asks which contracts there are.
    JsonObject bekijk(Beheerverbinding manager) throws IOException {
        String vraag = Beheergesprek.vraag("publicKeyThumbprint", sleutel, "earlierKeyThumbprint", oudeSleutel);
        return manager.haal(pad(manager) + vraag);
    }

    /// Has them proposed.
    JsonObject stelVoor(Beheerverbinding manager) throws IOException {
        JsonObject inhoud = ContractOpdracht.met(JsonObject.EMPTY, "publicKeyThumbprint", sleutel);
        return manager.stuur("POST", pad(manager), ContractOpdracht.met(inhoud, "earlierKeyThumbprint", oudeSleutel));
    }

    private String pad(Beheerverbinding manager) throws IOException {
        return "/outways/" + Beheerverbinding.deel(outway.isEmpty() ? enige(manager) : outway) + "/renewals";
    }

    private static String enige(Beheerverbinding manager) throws IOException {
        List<String> namen = Beheergesprek.lijst(manager.haal("/outways"), "outways").stream()
                .map(een -> Beheergesprek.tekst(een, "name"))
                .toList();
        if (namen.size() != 1) {
            throw new VerkeerdGebruik(
                    namen.isEmpty()
                            ? "er heeft zich nog geen Outway gemeld bij deze Manager; start hem eerst"
                            : "er zijn meer Outways; zeg met --outway welke: " + String.join(", ", namen));
        }
        return namen.getFirst();
    }

    /// Shows what [#bekijk] gave.
    void nodig(JsonObject antwoord) {
        List<JsonObject> contracten = Beheergesprek.lijst(antwoord, "contracts");
        gesprek.regel("Sleutel      " + Beheergesprek.tekst(antwoord, "publicKeyThumbprint"));
        if (contracten.isEmpty()) {
            gesprek.regel("Er zijn geen contracten die opnieuw moeten worden voorgesteld.");
            return;
        }
        gesprek.regel("Deze contracten noemen een oude sleutel. Stel ze opnieuw voor door --bekijk weg te laten.");
        gesprek.regel("");
        tabel(contracten);
    }

    /// Shows what [#stelVoor] gave.
    void voorgesteld(JsonObject antwoord) {
        List<JsonObject> contracten = Beheergesprek.lijst(antwoord, "contracts");
        List<JsonObject> geweigerd = Beheergesprek.lijst(antwoord, "refused");
        gesprek.regel("Sleutel      " + Beheergesprek.tekst(antwoord, "publicKeyThumbprint"));
        if (contracten.isEmpty() && geweigerd.isEmpty()) {
            gesprek.regel(
                    "Er was niets om voor te stellen: alle contracten noemen deze sleutel, of zijn al voorgesteld.");
            return;
        }
        if (!contracten.isEmpty()) {
            gesprek.regel("Voorgesteld. De aanbieders moeten nog accepteren; tot dan geldt alleen het oude contract.");
            gesprek.regel("");
            tabel(contracten);
        }
        geweigerd.forEach(contract -> gesprek.regel("Niet opnieuw voor te stellen: "
                + Beheergesprek.tekst(contract, "contentHash") + " (" + Beheergesprek.tekst(contract, "reason") + ")"));
    }

    private void tabel(List<JsonObject> contracten) {
        TerminalTable tabel = new TerminalTable(
                Column.code("Contract"), Column.text("Geldig tot"), Column.text("Waarover"), Column.text("Wacht op"));
        contracten.forEach(contract -> tabel.row(
                Beheergesprek.tekst(contract, "contentHash"),
                Beheergesprek.moment(contract, "notAfter"),
                ContractOpdracht.waarover(contract),
                String.join(", ", Beheergesprek.teksten(contract, "waitingFor"))));
        tabel.print(gesprek.omgeving().uit(), "");
    }
}
