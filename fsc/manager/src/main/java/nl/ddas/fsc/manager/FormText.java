// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.ddas.fsc.model.Paging;

/// Names and values as they stand in a query or in a form (`application/x-www-form-urlencoded`). Values stay encoded
/// until asked for, so that lists can be split first.
///
/// @param raw encoded values by decoded name
record FormText(Map<String, List<String>> raw) implements Paging.Parameters {

    /// Reads; nothing when an encoding is broken, or spells a control character: no name or value of ours has one, and a
    /// database does not take all of them.
    static Optional<FormText> read(String text) {
        Map<String, List<String>> raw = new HashMap<>();
        try {
            for (String pair : text.split("&", -1)) {
                int equals = pair.indexOf('=');
                String name = decode(equals < 0 ? pair : pair.substring(0, equals));
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                String _ = decode(value);
                if (!pair.isEmpty()) {
                    raw.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
                }
            }
            return Optional.of(new FormText(raw));
        } catch (IllegalArgumentException brokenEncoding) {
            return Optional.empty();
        }
    }

    /// The first value, decoded.
    @Override
    public Optional<String> value(String name) {
        return raw.getOrDefault(name, List.of()).stream().findFirst().map(FormText::decode);
    }

    /// The items of a list with commas, each decoded after splitting; empty when absent.
    List<String> items(String name) {
        return raw.getOrDefault(name, List.of()).stream()
                .flatMap(value -> List.of(value.split(",", -1)).stream())
                .filter(item -> !item.isEmpty())
                .map(FormText::decode)
                .toList();
    }

    /// Whether a name stands there more than once.
    boolean repeats() {
        return raw.values().stream().anyMatch(values -> values.size() > 1);
    }

    /// A part of a path, decoded; nothing when its encoding is broken.
    static Optional<String> segment(String part) {
        try {
            return Optional.of(decode(part.replace("+", "%2B")));
        } catch (IllegalArgumentException brokenEncoding) {
            return Optional.empty();
        }
    }

    /// For a path or a query.
    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /// @throws IllegalArgumentException when the encoding is broken, or spells a control character
    static String decode(String text) {
        String decoded = URLDecoder.decode(text, StandardCharsets.UTF_8);
        if (decoded.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("control character");
        }
        return decoded;
    }
}
