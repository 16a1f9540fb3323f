// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Keys of what must not be in a line, whatever the extension (LDV 2.3.4 and the decisions beside the standard).
final class Verboden {

    private static final Set<String> REGISTERFEITEN = Set.of(
            "legalbasis",
            "rechtsgrond",
            "rechtsgrondslag",
            "grondslag",
            "purpose",
            "doelbinding",
            "controller",
            "controllername",
            "verwerkingsverantwoordelijke");
    private static final Set<String> VERTROUWELIJKHEID =
            Set.of("confidential", "confidentiality", "confidentialitylevel", "vertrouwelijk", "vertrouwelijkheid");
    private static final Set<String> GEBRUIKERS = Set.of("userid", "username", "usersid", "usersname", "medewerkerid");
    private static final String[] BEWAREN = {"retention", "bewaartermijn", "deleteafter"};

    private Verboden() {}

    /// The rule that forbids a key.
    static Optional<Regelcode> find(String sleutel) {
        if (isUser(sleutel)) {
            return Optional.of(Regelcode.USER_DATA);
        }
        for (String deel : sleutel.split("\\.")) {
            String plain = plain(deel);
            if (VERTROUWELIJKHEID.contains(plain)) {
                return Optional.of(Regelcode.CONFIDENTIALITY);
            }
            if (REGISTERFEITEN.contains(plain)) {
                return Optional.of(Regelcode.REGISTER_FACT);
            }
            if (Arrays.stream(BEWAREN).anyMatch(plain::contains)) {
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
        if (!lower.startsWith(Attribuuttoets.DPL)) {
            return false;
        }
        String plain = plain(lower);
        return GEBRUIKERS.stream().anyMatch(plain::endsWith);
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
