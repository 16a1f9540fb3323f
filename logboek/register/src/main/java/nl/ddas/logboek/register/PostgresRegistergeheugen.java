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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import nl.ddas.basis.Database;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// In the database of the log: a row for each state of the register, never changed or removed. So the log can tell
/// afterwards too what it went by, and since when. Beside it, for each register, when it last answered well.
public final class PostgresRegistergeheugen implements Registergeheugen {

    private static final String SCHEMA = "registergeheugen";
    private static final Pattern ACCOUNT = Pattern.compile("[a-z_][a-z0-9_]{0,62}");
    private static final Logger LOG = LoggerFactory.getLogger(PostgresRegistergeheugen.class);

    private final Jdbi jdbi;
    /// Addresses of registers of which what was kept does not count.
    private final Set<String> afgekeurd = ConcurrentHashMap.newKeySet();
    private volatile Optional<String> klacht = Optional.empty();

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
        Optional<Onthouden> known = known("= (select max(nummer) from stand where adres = :adres)", base).stream()
                .findFirst();
        if (known.isEmpty() && afgekeurd.contains(adres(base))) {
            klacht = Optional.of("deze versie van het programma keurt af wat het logboek van het register " + base
                    + " onthield; dat telt niet meer mee. Het logboek heeft dus niet nagegaan of er oude versies van"
                    + " activiteiten zijn veranderd: vergelijk het register zelf met een eerder bestand. De reden"
                    + " staat in het log; deze opmerking blijft tot een herstart");
        }
        return known;
    }

    @Override
    public Optional<String> klacht() {
        return klacht;
    }

    @Override
    public List<Onthouden> others(URI base) {
        return known("in (select max(nummer) from stand where adres != :adres group by adres)", base);
    }

    private List<Onthouden> known(String welke, URI base) {
        return jdbi
                .withHandle(db -> db.createQuery(
                                // A log that did not keep yet when it asked, asked at least when it kept a state.
                                "select adres, document, coalesce(gezien.op, stand.op) from stand"
                                        + " left join gezien using (adres) where nummer " + welke
                                        + " order by nummer desc")
                        .bind("adres", adres(base))
                        .map((row, _) -> {
                            Instant op = row.getObject(3, OffsetDateTime.class).toInstant();
                            return document(row.getString(1), row.getString(2)).map(known -> new Onthouden(known, op));
                        })
                        .list())
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<String> text(URI base) {
        return jdbi.withHandle(
                db -> db.createQuery("select document from stand where adres = :adres order by nummer desc limit 1")
                        .bind("adres", adres(base))
                        .mapTo(String.class)
                        .findOne());
    }

    @Override
    public Optional<Registerdocument> last() {
        return jdbi.withHandle(db -> db.createQuery("select adres, document from stand order by nummer desc limit 1")
                        .map((row, _) -> document(row.getString(1), row.getString(2)))
                        .findOne())
                .flatMap(known -> known);
    }

    /// Empty when it is no good register to this program: that must not keep a log from starting.
    private Optional<Registerdocument> document(String adres, String text) {
        return switch (Documentlezer.read(text.getBytes(StandardCharsets.UTF_8))) {
            case Documentlezer.Lezing.Gelezen(Registerdocument document) -> Optional.of(document);
            case Documentlezer.Lezing.Geweigerd(List<Fout> fouten) -> {
                if (afgekeurd.add(adres)) {
                    LOG.error(
                            "register: what was kept of {} is no good register to this program and does not count:"
                                    + " {} at '{}'",
                            adres,
                            fouten.getFirst().code(),
                            fouten.getFirst().pointer());
                }
                yield Optional.empty();
            }
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
