// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.levering.statistiek;

import java.util.List;

/// The outcome of combining: every source record stands in exactly one group or in `vervangen`.
///
/// @param groepen the combined trajecten, sorted by their first source
/// @param vervangen older snapshots that were left out, sorted
/// @param signalen codes C-02, C-03 and C-05 to C-08, sorted by code and place; C-01 and C-04 come from merging
/// @param instellingen the choices of this run
/// @param regelversie version of the rules, see [Combineerder#REGELVERSIE]
public record Combinatie(
        List<Groep> groepen,
        List<Vervanging> vervangen,
        List<Signaal> signalen,
        Instellingen instellingen,
        String regelversie) {

    /// How combining changed the counts.
    public Telling telling() {
        long bronnen =
                groepen.stream().mapToLong(groep -> groep.bronnen().size()).sum();
        long meer = groepen.stream().filter(groep -> groep.bronnen().size() > 1).count();
        return new Telling(bronnen + vervangen.size(), vervangen.size(), groepen.size(), meer);
    }

    /// @param bronrecords delivered trajecten
    /// @param vervangen of which replaced by a newer snapshot
    /// @param trajecten what is left after combining
    /// @param uitMeerBronnen combined trajecten with more than one source
    public record Telling(long bronrecords, long vervangen, long trajecten, long uitMeerBronnen) {}
}
