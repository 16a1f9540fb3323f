// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.model;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Keys of what must not be in a line, whatever the extension (LDV 2.3.4 and the decisions beside the standard). The
/// same words hold for a line and for the definition of an extension; a list never knows all words, it catches
/// what people usually write.
public final class Verboden {

    private static final Set<String> REGISTERFEITEN = Set.of(
            "legalbasis",
            "rechtsgrond",
            "rechtsgrondslag",
            "grondslag",
            "grondslagen",
            "purpose",
            "doelbinding",
            "controller",
            "controllername",
            "verwerkingsverantwoordelijke");
    private static final Set<String> VERTROUWELIJKHEID = Set.of(
            "confidential",
            "confidentiality",
            "confidentiallevel",
            "confidentialitylevel",
            "vertrouwelijk",
            "vertrouwelijkheid",
            "vertrouwelijkheidsniveau");
    private static final Set<String> GEBRUIKERS = Set.of(
            "user",
            "users",
            "enduser",
            "endusers",
            "userids",
            "usernames",
            "usersid",
            "usersname",
            "gebruiker",
            "gebruikers",
            "gebruikerid",
            "gebruikersid",
            "gebruikernaam",
            "gebruikersnaam",
            "behandelaar",
            "behandelaars");
    private static final List<String> BEGIN_GEBRUIKER = List.of("medewerker", "employee");
    private static final List<String> EIND_GEBRUIKER = List.of("userid", "username");
    private static final List<String> BEWAREN = List.of("retention", "bewaartermijn", "deleteafter");
    private static final Set<String> BEWAARWOORDEN =
            Set.of("bewarentot", "vernietigenna", "vernietigenop", "vernietigingsdatum");

    private Verboden() {}

    /// The rule that forbids a key; empty when none does. The name of an extension itself may be any word.
    public static Optional<Regelcode> find(String sleutel) {
        if (isUser(sleutel)) {
            return Optional.of(Regelcode.USER_DATA);
        }
        for (String deel : parts(sleutel)) {
            if (VERTROUWELIJKHEID.contains(deel)) {
                return Optional.of(Regelcode.CONFIDENTIALITY);
            }
            if (REGISTERFEITEN.contains(deel)) {
                return Optional.of(Regelcode.REGISTER_FACT);
            }
            if (BEWAARWOORDEN.contains(deel) || BEWAREN.stream().anyMatch(deel::contains)) {
                return Optional.of(Regelcode.RETENTION);
            }
        }
        return Optional.empty();
    }

    /// `enduser.*`, `user.*`, and in an extension `user_id`, `userName` and the like, however written.
    static boolean isUser(String sleutel) {
        String lower = sleutel.toLowerCase(Locale.ROOT);
        if (lower.startsWith("enduser.") || lower.startsWith("user.") || lower.equals("process.owner")) {
            return true;
        }
        return lower.startsWith(Attribuuttoets.DPL)
                && parts(lower).stream()
                        .anyMatch(deel -> GEBRUIKERS.contains(deel)
                                || BEGIN_GEBRUIKER.stream().anyMatch(deel::startsWith)
                                || EIND_GEBRUIKER.stream().anyMatch(deel::endsWith));
    }

    /// The words between the dots, those behind the extension's name only.
    private static List<String> parts(String sleutel) {
        String[] delen = sleutel.split("\\.");
        int skip = sleutel.startsWith(Attribuuttoets.DPL) ? Math.min(2, delen.length) : 0;
        return List.of(delen).subList(skip, delen.length).stream()
                .map(Verboden::plain)
                .toList();
    }

    private static String plain(String tekst) {
        StringBuilder plain = new StringBuilder(tekst.length());
        for (int i = 0; i < tekst.length(); i++) {
            if (Character.isLetterOrDigit(tekst.charAt(i))) {
                plain.append(Character.toLowerCase(tekst.charAt(i)));
            }
        }
        return plain.toString();
    }
}
