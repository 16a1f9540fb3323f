// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.ddas.basis.SettingsFault.Fault;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/// Reads a YAML file as mappings, lists and texts.
final class SettingsFile {

    /// Key of an item of a list that is a text instead of a mapping; no YAML key of ours can be empty.
    static final String ITEM = "";

    private static final int MAX_CHARACTERS = 1_000_000;

    private SettingsFile() {}

    /// @throws SettingsFault when the file is not there or no YAML mapping
    static Map<String, ?> read(Path file) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file.toString())
                .setSchema(new FailsafeSchema()) // every value stays the text that was written
                .setTagConstructors(Map.of(Tag.NULL, nothing -> ""))
                .setAllowDuplicateKeys(false)
                .setCodePointLimit(MAX_CHARACTERS)
                .build();
        try {
            Object root = new Load(settings).loadFromString(Files.readString(file));
            if (root == null) {
                return Map.of();
            }
            if (root instanceof Map<?, ?> mapping) {
                return texts(mapping);
            }
            throw fault(file, new Fault.NoMapping(1, "no mapping"));
        } catch (MarkedYamlEngineException broken) {
            int line = broken.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
            throw fault(file, new Fault.NoMapping(line, String.valueOf(broken.getProblem())));
        } catch (YamlEngineException broken) {
            throw fault(file, new Fault.NoMapping(0, String.valueOf(broken.getMessage())));
        } catch (IOException unreadable) {
            throw fault(file, new Fault.Unreadable(unreadable.toString()));
        }
    }

    private static SettingsFault fault(Path file, Fault fault) {
        return new SettingsFault(file.toString(), fault);
    }

    private static Map<String, ?> texts(Map<?, ?> mapping) {
        Map<String, Object> copy = new LinkedHashMap<>();
        mapping.forEach((key, value) -> copy.put(String.valueOf(key), value == null ? "" : value));
        return copy;
    }

    /// Takes nested mappings apart into keys with dots.
    static void flatten(
            String prefix, Map<String, ?> tree, Map<String, String> values, Map<String, List<Map<String, ?>>> lists) {
        tree.forEach((name, value) -> {
            String key = prefix + name;
            if (value instanceof Map<?, ?> inner) {
                flatten(key + ".", texts(inner), values, lists);
            } else if (value instanceof List<?> list) {
                lists.put(
                        key,
                        list.stream().<Map<String, ?>>map(SettingsFile::item).toList());
            } else {
                values.put(key, String.valueOf(value));
            }
        });
    }

    private static Map<String, ?> item(Object item) {
        return item instanceof Map<?, ?> mapping ? texts(mapping) : Map.of(ITEM, String.valueOf(item));
    }
}
