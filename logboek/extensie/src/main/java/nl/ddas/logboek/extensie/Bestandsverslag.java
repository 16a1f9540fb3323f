// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.extensie;

import java.util.List;

/// The report on one file.
///
/// @param extensie name of the extension; empty when the file cannot be read
/// @param uitkomsten one for each rule of the profile, in their order; none when the file cannot be read
/// @param bevindingen in the order of the file
public record Bestandsverslag(
        String bestand, String extensie, Profiel profiel, List<Regeluitkomst> uitkomsten, List<Bevinding> bevindingen) {

    public Bestandsverslag {
        uitkomsten = List.copyOf(uitkomsten);
        bevindingen = List.copyOf(bevindingen);
    }

    /// Whether somebody has to do something: a warning or worse.
    public boolean vraagtAandacht() {
        return bevindingen.stream().anyMatch(bevinding -> bevinding.niveau().vraagtAandacht());
    }

    /// `GOED`, or `FOUT` when there is a warning or worse.
    public String status() {
        return vraagtAandacht() ? "FOUT" : "GOED";
    }

    public long aantal(Niveau niveau) {
        return bevindingen.stream()
                .filter(bevinding -> bevinding.niveau() == niveau)
                .count();
    }

    public long aantal(Regeluitkomst.Uitkomst uitkomst) {
        return uitkomsten.stream().filter(regel -> regel.uitkomst() == uitkomst).count();
    }
}
