// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.extensie;

import java.util.List;
import nl.ddas.basis.JsonValue.JsonObject;

/// The text of the document that goes with an extension, by chapter.
///
/// @param delen names of the parts in the order of the file, empty parts included
public record Document(
        List<String> delen,
        String naamEnBeschrijving,
        Doel doel,
        String techniek,
        List<Scenario> scenarios,
        List<String> beperkingen,
        Versiebeheer versiebeheer,
        Colofon colofon) {

    /// Chapter 2.
    ///
    /// @param waaromNietKern why the core alone does not do
    public record Doel(String doel, String doelgroep, List<String> toepassingsgebieden, String waaromNietKern) {

        boolean isEmpty() {
            return doel.isEmpty() && doelgroep.isEmpty() && toepassingsgebieden.isEmpty();
        }
    }

    /// A situation in chapter 4, with log lines as example.
    public record Scenario(int nummer, String titel, String tekst, List<JsonObject> regels) {}

    /// Chapter 5.
    public record Versiebeheer(String beleid, List<Wijziging> wijzigingen) {

        boolean isEmpty() {
            return beleid.isEmpty() && wijzigingen.isEmpty();
        }
    }

    /// One version in the list of changes, newest first.
    public record Wijziging(String versie, String datum, List<String> punten) {}

    /// About the document itself.
    ///
    /// @param statusregel what its status means for a reader
    /// @param reacties where remarks are welcome
    public record Colofon(String statusregel, String reacties, String licentie, List<String> redactie) {}
}
