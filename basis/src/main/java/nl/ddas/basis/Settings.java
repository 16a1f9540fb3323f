// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Settings of one part: one YAML file, environment variables over it, read once into a record.
///
/// Keys are kebab-case. A nested key `opslag.map` of part `bron` is overridden by `DDAS_BRON_OPSLAG_MAP`.
/// Every read marks its key as known; [#rejectUnknown] then stops the start on a mistyped key.
public final class Settings {

    /// @param part name of the part, for messages and variable names
    /// @param environment the environment variables
    /// @throws IllegalArgumentException when the file is no YAML mapping, naming file and line
    public static Settings read(String part, Path file, Map<String, String> environment) {
        throw new UnsupportedOperationException();
    }

    /// @throws IllegalArgumentException when the key is missing
    public String required(String key) {
        throw new UnsupportedOperationException();
    }

    public Optional<String> optional(String key) {
        throw new UnsupportedOperationException();
    }

    public int integer(String key, int otherwise) {
        throw new UnsupportedOperationException();
    }

    /// Reads `30s`, `5m`, `24h`, `7d`.
    public Duration duration(String key, Duration otherwise) {
        throw new UnsupportedOperationException();
    }

    /// Reads a list of mappings, each as settings of its own.
    public List<Settings> list(String key) {
        throw new UnsupportedOperationException();
    }

    /// @throws IllegalArgumentException naming the first unknown key and the nearest known one
    public void rejectUnknown() {
        throw new UnsupportedOperationException();
    }
}
