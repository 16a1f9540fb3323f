// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.register;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.ddas.basis.Database;
import nl.ddas.basis.JsonReading;
import nl.ddas.basis.JsonValue.JsonObject;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/// In PostgreSQL. The database itself refuses to change or remove a version, and one that does not follow the last.
public final class PostgresActiviteiten implements Activiteiten {

    private static final String SCHEMA = "logregister";
    private static final String VERSIES = "select activiteit, nummer, valid_from, inhoud from versie";

    private final Jdbi jdbi;

    private PostgresActiviteiten(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// Brings the tables up to date. The database stays the caller's to close.
    public static PostgresActiviteiten open(Database database) {
        database.migrate(SCHEMA, "nl/ddas/logboek/register/db");
        return new PostgresActiviteiten(database.jdbi(SCHEMA));
    }

    @Override
    public Optional<Activiteit> find(UUID id) {
        return jdbi.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, db -> find(db, id));
    }

    private static Optional<Activiteit> find(Handle db, UUID id) {
        List<Versie> versies = db.createQuery(VERSIES + " where activiteit = :id order by nummer")
                .bind("id", id)
                .map((row, _) -> version(row))
                .list();
        return activities(
                        db.createQuery("select id, revisie, supersedes, concept from activiteit where id = :id")
                                .bind("id", id),
                        Map.of(id, versies))
                .stream()
                .findFirst();
    }

    @Override
    public List<Activiteit> all() {
        return jdbi.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, db -> {
            Map<UUID, List<Versie>> versies = new LinkedHashMap<>();
            db.createQuery(VERSIES + " order by activiteit, nummer")
                    .map((row, _) -> Map.entry(row.getObject(1, UUID.class), version(row)))
                    .forEach(one -> versies.computeIfAbsent(one.getKey(), _ -> new ArrayList<>())
                            .add(one.getValue()));
            return activities(
                    db.createQuery("select id, revisie, supersedes, concept from activiteit order by id"), versies);
        });
    }

    private static List<Activiteit> activities(Query query, Map<UUID, List<Versie>> versies) {
        return query.map((row, _) -> {
                    UUID id = row.getObject(1, UUID.class);
                    return new Activiteit(
                            id,
                            Optional.ofNullable(row.getObject(3, UUID.class)),
                            versies.getOrDefault(id, List.of()),
                            Optional.ofNullable(row.getString(4)).map(PostgresActiviteiten::content),
                            row.getInt(2));
                })
                .list();
    }

    private static Versie version(ResultSet row) throws SQLException {
        return new Versie(row.getInt(2), row.getObject(3, OffsetDateTime.class).toInstant(), content(row.getString(4)));
    }

    private static Inhoud content(String text) {
        return Inhoudlezer.stored(json(text));
    }

    private static JsonObject json(String text) {
        return switch (JsonReading.of(text.getBytes(StandardCharsets.UTF_8))) {
            case JsonReading.Read(JsonObject json) -> json;
            case JsonReading.Read _ -> throw new IllegalStateException("the register holds no object");
            case JsonReading.Refused refused ->
                throw new IllegalStateException("the register holds broken JSON: " + refused.reason());
        };
    }

    @Override
    public Optional<Activiteit> store(Activiteit activiteit) {
        return jdbi.inTransaction(db -> {
            if (!claim(db, activiteit)) {
                return Optional.empty();
            }
            List<Versie> stored =
                    find(db, activiteit.id()).map(Activiteit::versies).orElse(List.of());
            for (Versie versie : Versiebehoud.added(stored, activiteit)) {
                db.createUpdate("insert into versie (activiteit, nummer, valid_from, inhoud)"
                                + " values (:id, :nummer, :van, :inhoud)")
                        .bind("id", activiteit.id())
                        .bind("nummer", versie.nummer())
                        .bind("van", versie.validFrom().atOffset(ZoneOffset.UTC))
                        .bind("inhoud", text(Inhoudschrijver.whole(versie.inhoud())))
                        .execute();
            }
            return Optional.of(activiteit.at(activiteit.revisie() + 1));
        });
    }

    /// Counts on from the revision that was seen; false when it is another by now. Holds the row until the end.
    private static boolean claim(Handle db, Activiteit activiteit) {
        String sql = activiteit.revisie() == 0
                ? "insert into activiteit (id, revisie, supersedes, concept)"
                        + " values (:id, :gezien + 1, cast(:supersedes as uuid), cast(:concept as text)) on conflict do nothing"
                : "update activiteit set revisie = revisie + 1, supersedes = cast(:supersedes as uuid),"
                        + " concept = cast(:concept as text)"
                        + " where id = :id and revisie = :gezien";
        return db.createUpdate(sql)
                        .bind("id", activiteit.id())
                        .bind("gezien", activiteit.revisie())
                        .bind("supersedes", activiteit.supersedes().map(UUID::toString))
                        .bind(
                                "concept",
                                activiteit.concept().map(Inhoudschrijver::whole).map(PostgresActiviteiten::text))
                        .execute()
                == 1;
    }

    @Override
    public Optional<Entiteit> entity(UUID id) {
        return jdbi.withHandle(db -> db.createQuery("select inhoud from entiteit where id = :id")
                .bind("id", id)
                .map((row, _) -> party(row))
                .findOne());
    }

    @Override
    public List<Entiteit> entities() {
        return jdbi.withHandle(db -> db.createQuery("select inhoud from entiteit order by id")
                .map((row, _) -> party(row))
                .list());
    }

    private static Entiteit party(ResultSet row) throws SQLException {
        Fouten fouten = new Fouten(Map.of());
        return Entiteitvorm.read(new Kaart(json(row.getString(1)), "", fouten))
                .filter(_ -> fouten.isEmpty())
                .orElseThrow(() -> new IllegalStateException("a stored party cannot be read"));
    }

    @Override
    public void store(Entiteit entiteit) {
        jdbi.useHandle(db -> db.createUpdate("insert into entiteit (id, inhoud) values (:id, :inhoud)"
                        + " on conflict (id) do update set inhoud = excluded.inhoud")
                .bind("id", entiteit.id())
                .bind("inhoud", text(Entiteitvorm.whole(entiteit)))
                .execute());
    }

    private static String text(JsonObject json) {
        return new String(json.toBytes(), StandardCharsets.UTF_8);
    }
}
