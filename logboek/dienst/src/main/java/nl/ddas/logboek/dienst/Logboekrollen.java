// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.dienst;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.ddas.basis.Database;

/// Accounts of PostgreSQL, each with no more rights than its work needs (LDV-L11): the server adds and reads,
/// retention removes, a reader reads. The administrator makes the accounts; without them everything runs under
/// one, and only the program keeps its hands off.
///
/// @param dienst of the server that takes lines in
/// @param bewaring of the run that removes lines whose time is over
/// @param lezer of who reads, checks and exports
/// @param quarantaine of who looks what waits in quarantine, and has it judged again
public record Logboekrollen(
        Optional<String> dienst, Optional<String> bewaring, Optional<String> lezer, Optional<String> quarantaine) {

    private static final Pattern NAAM = Pattern.compile("[a-z_][a-z0-9_]{0,62}");
    private static final String REGELS = "houder, logregel, bladbundel, vernietiging";

    /// @throws IllegalArgumentException for a name that is none
    public Logboekrollen {
        if (Stream.of(dienst, bewaring, lezer, quarantaine)
                .flatMap(Optional::stream)
                .anyMatch(rol -> !NAAM.matcher(rol).matches())) {
            throw new IllegalArgumentException("account: expected small letters, digits and '_'");
        }
    }

    /// Accounts whose work goes by the register, and keeps what was known of it.
    public List<String> metRegister() {
        return Stream.of(dienst, bewaring, quarantaine)
                .flatMap(Optional::stream)
                .toList();
    }

    /// Brings the tables up to date and gives each account exactly its rights.
    ///
    /// @param beheer with the account that owns the tables
    public void prepare(Database beheer) {
        PostgresLogregels.migrate(beheer);
        beheer.jdbi(PostgresLogregels.SCHEMA).useTransaction(db -> statements().forEach(db::execute));
    }

    private List<String> statements() {
        List<String> all = new ArrayList<>();
        // One account may have two kinds of work, so first nobody has anything.
        Stream.of(dienst, bewaring, lezer, quarantaine)
                .flatMap(Optional::stream)
                .forEach(rol -> all.addAll(nothing(rol)));
        dienst.ifPresent(rol -> {
            all.add("grant select on " + REGELS + " to " + rol);
            all.add("grant select, insert on houder, logregel, bladbundel, inzage to " + rol);
            all.add(quarantaine(rol, Quarantainerol.SCHRIJVER, "select, insert, update, delete"));
            all.add("grant execute on function maak_dag(date) to " + rol);
        });
        bewaring.ifPresent(rol -> {
            all.add("grant select on " + REGELS + " to " + rol);
            all.add("grant insert on bladbundel, vernietiging to " + rol);
            all.add("grant delete, update (activiteit, betrokkene, vreemde_trace, zout, vorm) on logregel to " + rol);
            all.add("grant execute on function ruim_inzagen(timestamptz) to " + rol);
        });
        lezer.ifPresent(rol -> {
            all.add("grant select on " + REGELS + ", inzage to " + rol);
            all.add("grant insert on inzage to " + rol);
        });
        quarantaine.ifPresent(rol -> {
            all.add("grant select on " + REGELS + " to " + rol);
            all.add("grant insert on houder, logregel, bladbundel to " + rol);
            all.add(quarantaine(rol, Quarantainerol.LEZER, "select, update"));
            all.add("grant execute on function maak_dag(date) to " + rol);
        });
        return all;
    }

    /// The server puts lines apart without reading them, see [Quarantainerol]; without such a role an account
    /// gets the tables.
    private static String quarantaine(String account, Quarantainerol rol, String rechten) {
        return "do $$ begin if exists (select from pg_roles where rolname = '" + rol.naam() + "') then grant "
                + rol.naam() + " to " + account + "; else grant " + rechten
                + " on quarantaine, quarantaine_stand to " + account + "; end if; end $$";
    }

    /// What an account had before does not stay, also not what it had as a member of a [Quarantainerol].
    private static List<String> nothing(String rol) {
        return List.of(
                "revoke all on all tables in schema " + PostgresLogregels.SCHEMA + " from " + rol,
                "revoke all on all functions in schema " + PostgresLogregels.SCHEMA + " from " + rol,
                noMember(rol, Quarantainerol.SCHRIJVER),
                noMember(rol, Quarantainerol.LEZER),
                "grant usage on schema " + PostgresLogregels.SCHEMA + " to " + rol);
    }

    private static String noMember(String account, Quarantainerol rol) {
        return "do $$ begin if exists (select from pg_auth_members m join pg_roles r on r.oid = m.roleid"
                + " join pg_roles a on a.oid = m.member where r.rolname = '" + rol.naam() + "' and a.rolname = '"
                + account + "') then revoke " + rol.naam() + " from " + account + "; end if; end $$";
    }
}
