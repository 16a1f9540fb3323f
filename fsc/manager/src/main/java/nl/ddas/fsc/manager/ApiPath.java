// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Where a request goes: the parts of its path behind `/v1`, decoded, and its query.
record ApiPath(List<String> segments, FormText query) {

    private static final String BASE = "/v1";

    ApiPath {
        segments = List.copyOf(segments);
    }

    /// Reads a path with query; nothing when an encoding is broken. A path outside `/v1` has no parts.
    static Optional<ApiPath> read(String target) {
        String[] halves = target.split("\\?", 2);
        Optional<FormText> query = FormText.read(halves.length > 1 ? halves[1] : "");
        if (query.isEmpty() || !halves[0].startsWith(BASE + "/")) {
            return query.map(q -> new ApiPath(List.of(), q));
        }
        List<Optional<String>> segments = Stream.of(
                        halves[0].substring(BASE.length() + 1).split("/", -1))
                .map(FormText::segment)
                .toList();
        return segments.stream().allMatch(Optional::isPresent)
                ? query.map(q ->
                        new ApiPath(segments.stream().flatMap(Optional::stream).toList(), q))
                : Optional.empty();
    }
}
