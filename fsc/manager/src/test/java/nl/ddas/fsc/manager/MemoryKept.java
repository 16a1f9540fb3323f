// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import nl.ddas.basis.JsonValue.JsonObject;

/// Keeps documents in memory, for tests.
public final class MemoryKept implements Kept {

    private final Map<Kind, Map<String, JsonObject>> documents = new ConcurrentHashMap<>();

    private Map<String, JsonObject> of(Kind kind) {
        return documents.computeIfAbsent(kind, k -> new ConcurrentHashMap<>());
    }

    @Override
    public void put(Kind kind, String id, JsonObject document) {
        of(kind).put(id, document);
    }

    @Override
    public void remove(Kind kind, String id) {
        of(kind).remove(id);
    }

    @Override
    public Map<String, JsonObject> all(Kind kind) {
        return new TreeMap<>(of(kind));
    }
}
