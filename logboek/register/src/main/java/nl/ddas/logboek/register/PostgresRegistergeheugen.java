// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.register;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.ddas.basis.Database;
import org.jdbi.v3.core.Jdbi;

/// In the database of the log: a row for each state of the register, never changed or removed. So the log can tell
/// afterwards too what it went by, and since when. Beside it, for each register, when it last answered well.
public final class PostgresRegistergeheugen implements Registergeheugen {

    private static final String SCHEMA = "registergeheugen";
    private static final Pattern ACCOUNT = Pattern.compile("[a-z_][a-z0-9_]{0,62}");
    private static final String LAATSTE = "select document from stand %s order by nummer desc limit 1";
    private final Jdbi jdbi;

    private PostgresRegistergeheugen(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// Brings the tables up to date. The database stays the caller's to close.
    public static PostgresRegistergeheugen open(Database database) {
        database.migrate(SCHEMA, "nl/ddas/logboek/register/geheugen");
        return connect(database);
    }

    /// Over tables that are up to date ([#prepare]). The database stays the caller's to close.
    public static PostgresRegistergeheugen connect(Database database) {
        return new PostgresRegistergeheugen(database.jdbi(SCHEMA));
    }

    /// Brings the tables up to date, and lets accounts read and add, and move on when the register last answered.
    ///
    /// @param beheer with the account that owns the tables
    /// @throws IllegalArgumentException for an account that is no name of small letters, digits and `_`
    public static void prepare(Database beheer, List<String> accounts) {
        if (!accounts.stream().allMatch(ACCOUNT.asMatchPredicate())) {
            throw new IllegalArgumentException("account: expected small letters, digits and '_', got " + accounts);
        }
        open(beheer)
                .jdbi
                .useTransaction(db -> accounts.forEach(account -> {
                    db.execute("revoke all on stand, gezien from " + account);
                    db.execute("grant usage on schema " + SCHEMA + " to " + account);
                    db.execute("grant select, insert on stand, gezien to " + account);
                    db.execute("grant update on gezien to " + account);
                }));
    }

    @Override
    public Optional<Onthouden> read(URI base) {
        return known("= (select max(nummer) from stand where adres = :adres)", base).stream()
                .findFirst();
    }

    @Override
    public List<Onthouden> others(URI base) {
        return known("in (select max(nummer) from stand where adres != :adres group by adres)", base);
    }

    private List<Onthouden> known(String welke, URI base) {
        return jdbi.withHandle(db -> db.createQuery(
                        // A log that did not keep yet when it asked, asked at least when it kept a state.
                        "select document, coalesce(gezien.op, stand.op) from stand left join gezien using (adres)"
                                + " where nummer " + welke + " order by nummer desc")
                .bind("adres", adres(base))
                .map((row, _) -> new Onthouden(
                        document(row.getString(1)),
                        row.getObject(2, OffsetDateTime.class).toInstant()))
                .list());
    }

    private Optional<String> text(URI base) {
        return jdbi.withHandle(db -> db.createQuery(LAATSTE.formatted("where adres = :adres"))
                .bind("adres", adres(base))
                .mapTo(String.class)
                .findOne());
    }

    @Override
    public Optional<Registerdocument> last() {
        return jdbi.withHandle(db -> db.createQuery(LAATSTE.formatted(""))
                        .mapTo(String.class)
                        .findOne())
                .map(PostgresRegistergeheugen::document);
    }

    private static Registerdocument document(String text) {
        return switch (Documentlezer.read(text.getBytes(StandardCharsets.UTF_8))) {
            case Documentlezer.Lezing.Gelezen(Registerdocument document) -> document;
            case Documentlezer.Lezing.Geweigerd(List<Fout> fouten) ->
                throw new IllegalStateException("a register that was kept cannot be read: "
                        + fouten.getFirst().code() + " at '" + fouten.getFirst().pointer() + "'");
        };
    }

    @Override
    public void keep(Registerdocument document) {
        String text =
                new String(Documentschrijver.write(document, true, false, true).toBytes(), StandardCharsets.UTF_8);
        if (text(document.base()).filter(text::equals).isPresent()) {
            return;
        }
        jdbi.useHandle(db -> db.createUpdate("insert into stand (adres, document) values (:adres, :document)")
                .bind("adres", adres(document.base()))
                .bind("document", text)
                .execute());
    }

    @Override
    public void seen(URI base, Instant moment) {
        jdbi.useHandle(db -> db.createUpdate("insert into gezien (adres, op) values (:adres, :op)"
                        + " on conflict (adres) do update set op = excluded.op"
                        + " where gezien.op <= excluded.op - interval '1 minute'")
                .bind("adres", adres(base))
                .bind("op", OffsetDateTime.ofInstant(moment, ZoneOffset.UTC))
                .execute());
    }

    /// The same address has one spelling here, so that another spelling is not another register.
    private static String adres(URI base) {
        return Activiteitadres.plain(base.toString()).orElse(base.toString());
    }
}
