// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.ddas.basis.SettingsFault.Fault;
import nl.ddas.basis.SettingsFault.Kind;

/// Settings of one part: one YAML file, environment variables over it, read once into a record.
///
/// Keys are kebab-case; a dot leads into a nested mapping. A nested key `store.folder` of part `shop-web` is overridden
/// by `SHOP_WEB_STORE_FOLDER`, the key `name` of the second item of the list `clients` by `SHOP_WEB_CLIENTS_1_NAME`.
/// Values are texts as written: `007` stays `007`. A key without value counts as missing. Every read marks its key as
/// known; [#rejectUnknown] then stops the start on a mistyped key.
///
/// Not safe for many threads.
public final class Settings {

    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");

    private final Place place;
    private final Map<String, String> values;
    private final Map<String, List<Map<String, ?>>> lists;
    private final Set<String> known = new TreeSet<>();
    private final List<Settings> items = new ArrayList<>();

    /// Where these settings come from.
    ///
    /// @param prefix of the environment variables
    /// @param file for messages
    private record Place(String prefix, String file, Map<String, String> environment) {
        String variable(String key) {
            return prefix + key.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
        }
    }

    private Settings(Place place, Map<String, ?> tree) {
        this.place = place;
        this.values = new LinkedHashMap<>();
        this.lists = new LinkedHashMap<>();
        SettingsFile.flatten("", tree, values, lists);
    }

    /// @param part names of product and part, such as `shop-web`: how the names of its variables begin
    /// @param environment the environment variables
    /// @throws SettingsFault when the file is not there or no YAML mapping, naming file and line
    public static Settings read(String part, Path file, Map<String, String> environment) {
        return new Settings(place(part, file.toString(), environment), SettingsFile.read(file));
    }

    /// Settings without a file: environment variables and defaults only.
    public static Settings none(String part, Map<String, String> environment) {
        return new Settings(place(part, "settings of " + part, environment), Map.of());
    }

    private static Place place(String part, String file, Map<String, String> environment) {
        String prefix = part.replace('-', '_').replace(' ', '_').toUpperCase(Locale.ROOT) + "_";
        return new Place(prefix, file, Map.copyOf(environment));
    }

    /// @throws SettingsFault when the key is missing
    public String required(String key) {
        return optional(key).orElseThrow(() -> fault(new Fault.Missing(key, place.variable(key))));
    }

    /// The value as written; empty when the key is missing or has nothing but blanks behind it.
    ///
    /// @throws SettingsFault when a list stands there
    public Optional<String> optional(String key) {
        known.add(key);
        if (lists.containsKey(key)) {
            throw wrong(key, Kind.ONE_VALUE);
        }
        return Optional.ofNullable(place.environment().get(place.variable(key)))
                .or(() -> Optional.ofNullable(values.get(key)))
                .filter(value -> !value.isBlank());
    }

    /// Whether the key has a value or a list.
    public boolean has(String key) {
        known.add(key);
        return lists.containsKey(key) || optional(key).isPresent();
    }

    /// Whether the file itself has a value for the key, where whoever reads the file sees it.
    public boolean isInFile(String key) {
        return values.containsKey(key);
    }

    /// Whether the key stands there with nothing, or nothing but blanks, behind it. A list is never emptied, not even
    /// one without items. Does not mark the key as known.
    public boolean isEmptied(String key) {
        return Optional.ofNullable(place.environment().get(place.variable(key)))
                .or(() -> Optional.ofNullable(values.get(key)))
                .filter(String::isBlank)
                .isPresent();
    }

    /// @throws SettingsFault when the value is no whole number
    public int integer(String key, int otherwise) {
        return optional(key).map(value -> integer(key, value)).orElse(otherwise);
    }

    private int integer(String key, String value) {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException no) {
            throw wrong(key, Kind.WHOLE_NUMBER, value);
        }
    }

    /// Reads `true` or `false`.
    ///
    /// @throws SettingsFault for another value
    public boolean flag(String key, boolean otherwise) {
        return optional(key)
                .map(value -> switch (value) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw wrong(key, Kind.TRUE_OR_FALSE, value);
                })
                .orElse(otherwise);
    }

    /// Reads `500ms`, `30s`, `5m`, `24h`, `7d`.
    ///
    /// @throws SettingsFault for another value
    public Duration duration(String key, Duration otherwise) {
        return optional(key).map(value -> duration(key, value)).orElse(otherwise);
    }

    private Duration duration(String key, String value) {
        Matcher matcher = DURATION.matcher(value);
        if (!matcher.matches()) {
            throw wrong(key, Kind.DURATION, value);
        }
        long count = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(count);
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
    }

    /// Reads a list of texts: items in the file, or one text with commas between them, as it is in an
    /// environment variable. Empty when the key is missing.
    ///
    /// @throws SettingsFault when an item is a mapping
    public List<String> texts(String key) {
        known.add(key);
        Optional<String> overriding = Optional.ofNullable(place.environment().get(place.variable(key)));
        Optional<String> flat = overriding.or(() -> Optional.ofNullable(values.get(key)));
        if (flat.isPresent()) {
            return Stream.of(flat.get().split(","))
                    .map(String::strip)
                    .filter(text -> !text.isEmpty())
                    .toList();
        }
        return lists.getOrDefault(key, List.of()).stream()
                .map(item -> item.get(SettingsFile.ITEM) instanceof String text ? text : mappingInTexts(key))
                .toList();
    }

    private String mappingInTexts(String key) {
        throw wrong(key, Kind.LIST_OF_TEXTS);
    }

    /// Reads a list of mappings, each as settings of its own. Empty when the key is missing.
    ///
    /// @throws SettingsFault when no list stands there, or an item is a text
    public List<Settings> list(String key) {
        known.add(key);
        if (values.containsKey(key) && !values.getOrDefault(key, "").isBlank()) {
            throw wrong(key, Kind.LIST);
        }
        List<Settings> read = new ArrayList<>();
        for (Map<String, ?> item : lists.getOrDefault(key, List.of())) {
            if (item.containsKey(SettingsFile.ITEM)) {
                throw wrong(key, Kind.LIST_OF_MAPPINGS);
            }
            String inside = key + "[" + read.size() + "]";
            String prefix = place.variable(key) + "_" + read.size() + "_";
            read.add(new Settings(new Place(prefix, place.file() + ", " + inside, place.environment()), item));
        }
        items.addAll(read);
        return List.copyOf(read);
    }

    private SettingsFault wrong(String key, Kind expected) {
        return fault(new Fault.Wrong(key, expected, Optional.empty()));
    }

    private SettingsFault wrong(String key, Kind expected, String got) {
        return fault(new Fault.Wrong(key, expected, Optional.of(got)));
    }

    /// What to throw when the value of a key means nothing here, or does not go with the rest.
    ///
    /// @param expected Dutch, for users: what is wanted, as the end of a sentence
    public SettingsFault unfit(String key, String expected) {
        Optional<String> got = Optional.ofNullable(place.environment().get(place.variable(key)));
        return fault(new Fault.Unfit(key, expected, got.or(() -> Optional.ofNullable(values.get(key)))));
    }

    /// Makes something of the value of a key.
    ///
    /// @param expected Dutch, for users: what is wanted, as the end of a sentence
    /// @throws SettingsFault when `maker` has nothing for the value, or refuses it with an
    ///     `IllegalArgumentException`
    public <T> Optional<T> value(String key, String expected, Function<String, Optional<T>> maker) {
        return optional(key).map(text -> made(key, text, expected, maker));
    }

    /// Makes something of each text in a list.
    ///
    /// @param expected Dutch, for users: what is wanted, as the end of a sentence
    /// @throws SettingsFault when `maker` has nothing for a text, or refuses it with an `IllegalArgumentException`
    public <T> List<T> values(String key, String expected, Function<String, Optional<T>> maker) {
        return texts(key).stream().map(text -> made(key, text, expected, maker)).toList();
    }

    private <T> T made(String key, String text, String expected, Function<String, Optional<T>> maker) {
        SettingsFault unfit = fault(new Fault.Unfit(key, expected, Optional.of(text)));
        try {
            return maker.apply(text).orElseThrow(() -> unfit);
        } catch (SettingsFault wrong) {
            throw wrong;
        } catch (IllegalArgumentException no) {
            unfit.initCause(no);
            throw unfit;
        }
    }

    private SettingsFault fault(Fault fault) {
        return new SettingsFault(place.file(), fault);
    }

    /// Call it when all keys have been read, also those of the items of lists.
    ///
    /// @throws SettingsFault naming the first unknown key and the nearest known one
    public void rejectUnknown() {
        Stream.concat(values.keySet().stream(), lists.keySet().stream())
                .filter(key -> !known.contains(key))
                .findFirst()
                .ifPresent(key -> {
                    throw fault(new Fault.Unknown(key, false, Nearest.to(key, known)));
                });
        items.forEach(Settings::rejectUnknown);
        Set<String> variables = variables().collect(Collectors.toCollection(TreeSet::new));
        place.environment().keySet().stream()
                .filter(name -> name.startsWith(place.prefix()) && !variables.contains(name))
                .sorted()
                .findFirst()
                .ifPresent(name -> {
                    throw fault(new Fault.Unknown(name, true, Nearest.to(name, variables)));
                });
    }

    private Stream<String> variables() {
        return Stream.concat(known.stream().map(place::variable), items.stream().flatMap(Settings::variables));
    }
}
