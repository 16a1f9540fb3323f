// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.boom;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.ddas.basis.Database;

/// Accounts of the database, each with no more rights than it needs. Nobody but the owner can change or remove
/// a tile, or the last checkpoint of an hour, and the owner is stopped by triggers; who takes those away is found by
/// whoever checks the tree.
///
/// @param dienst of the log itself: lets trees grow
/// @param lezer reads and checks
public record Boomrollen(Optional<String> dienst, Optional<String> lezer) {

    private static final Pattern NAAM = Pattern.compile("[a-z_][a-z0-9_]{0,62}");

    /// @throws IllegalArgumentException when a name is not one of small letters, digits and `_`
    public Boomrollen {
        dienst.ifPresent(Boomrollen::check);
        lezer.ifPresent(Boomrollen::check);
    }

    private static void check(String naam) {
        if (!NAAM.matcher(naam).matches()) {
            throw new IllegalArgumentException("account: expected small letters, digits and _");
        }
    }

    /// Brings the tables up to date and gives each account exactly its rights.
    ///
    /// @param beheer with the account that owns the tables
    public void prepare(Database beheer) {
        PostgresBomen.open(beheer);
        beheer.jdbi(PostgresBomen.SCHEMA).useTransaction(db -> statements().forEach(db::execute));
    }

    private List<String> statements() {
        List<String> all = new ArrayList<>();
        dienst.ifPresent(rol -> {
            all.addAll(reading(rol));
            all.add("grant insert on tegel, checkpoint, cosignature, geweigerd, rand, getuigd to " + rol);
            all.add("grant update on rand, getuigd to " + rol);
            all.add("grant delete on checkpoint, cosignature to " + rol);
        });
        lezer.ifPresent(rol -> all.addAll(reading(rol)));
        return all;
    }

    /// What an account had before does not stay.
    private static List<String> reading(String rol) {
        return List.of(
                "revoke all on all tables in schema " + PostgresBomen.SCHEMA + " from " + rol,
                "grant usage on schema " + PostgresBomen.SCHEMA + " to " + rol,
                "grant select on all tables in schema " + PostgresBomen.SCHEMA + " to " + rol);
    }
}
