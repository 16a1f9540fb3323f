// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.extensie;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Words in keys that tell what a value is about. A list never knows all words; it catches what people usually write.
/// What may not be on a line at all, the model of a line says ([Verboden]).
enum Woordenlijst {
    /// Data that point at a person at once.
    PERSOON(
            "bsn|burgerservicenummer|achternaam|voornaam|voornamen|geboortedatum|geboortenaam|woonadres|adres|e_?mail(adres)?|telefoon(nummer)?|mobiel|iban|rekeningnummer"),
    /// Values of which the form is laid down by another standard.
    STANDAARD("(.*_)?(oin|kvk|rsin|bsn|gemeentecode|agb|uzovi|bag_id|fi_nummer)(_.*)?"),
    /// Places on the web.
    ADRES("(.*_)?(url|uri|href|link|endpoint)");

    private static final Set<String> SEMANTIC_CONVENTIONS = Set.of(
            "service",
            "telemetry",
            "host",
            "deployment",
            "cloud",
            "k8s",
            "process",
            "os",
            "container",
            "device",
            "faas");

    private final Pattern words;

    Woordenlijst(String words) {
        this.words = Pattern.compile(words);
    }

    /// Whether one of the segments behind the namespace is such a word; `userID` reads as `user_id`.
    boolean names(Attribuut attribuut) {
        return local(attribuut).stream().anyMatch(deel -> words.matcher(deel).matches());
    }

    static List<String> local(Attribuut attribuut) {
        List<String> delen = attribuut.segments();
        int skip = attribuut.sleutel().startsWith("dpl.") ? Math.min(2, delen.size()) : 0;
        return delen.stream().skip(skip).map(Woordenlijst::snake).toList();
    }

    /// `externalReadAPI_id` and `Users[]` as `external_read_api_id` and `users`.
    static String snake(String deel) {
        return deel.replaceAll("\\[\\d*\\]", "")
                .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .toLowerCase(Locale.ROOT)
                .replace('-', '_');
    }

    /// Whether a resource key is one of OpenTelemetry itself, such as `service.name`.
    static boolean isConvention(Attribuut attribuut) {
        return SEMANTIC_CONVENTIONS.contains(attribuut.segments().getFirst());
    }
}
