// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import nl.ddas.basis.JsonReading;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.fsc.model.StrictJson;
import org.jdbi.v3.core.Jdbi;

/// Documents in PostgreSQL.
record PostgresKept(Jdbi jdbi) implements Kept {

    @Override
    public void put(Kind kind, String id, JsonObject document) {
        jdbi.useHandle(
                handle -> handle.execute("""
                INSERT INTO kept (kind, id, document) VALUES (?, ?, ?::json)
                ON CONFLICT (kind, id) DO UPDATE SET document = excluded.document
                """, kind.name(), id, new String(document.toBytes(), StandardCharsets.UTF_8)));
    }

    @Override
    public void remove(Kind kind, String id) {
        jdbi.useHandle(handle -> handle.execute("DELETE FROM kept WHERE kind = ? AND id = ?", kind.name(), id));
    }

    @Override
    public Map<String, JsonObject> all(Kind kind) {
        Map<String, JsonObject> found = new TreeMap<>();
        jdbi.useHandle(handle -> handle.select("SELECT id, document::text FROM kept WHERE kind = ?", kind.name())
                .map((row, context) -> found.put(row.getString(1), document(row.getString(2))))
                .list());
        return found;
    }

    private static JsonObject document(String text) {
        if (JsonReading.of(text.getBytes(StandardCharsets.UTF_8), StrictJson.LIMITS)
                instanceof JsonReading.Read(JsonObject object)) {
            return object;
        }
        throw new IllegalStateException("kept.document holds what is no JSON object");
    }
}
