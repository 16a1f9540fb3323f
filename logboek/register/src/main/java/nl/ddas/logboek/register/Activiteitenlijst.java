// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.register;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.Problem;
import nl.ddas.basis.Request;
import nl.ddas.basis.Response;

/// Search in the register, in pages ordered by id: a page never skips or repeats what was there all the time.
record Activiteitenlijst(Activiteiten activiteiten) {

    private static final Set<String> PARAMETERS = Set.of("name", "active", "parentId", "pageSize", "pageToken");
    private static final int GEWOON = 100;
    private static final int MEEST = 1000;
    private static final int LANGST = 200;

    /// What is asked for; each is empty when it does not matter.
    private record Zoek(
            Optional<String> name, Optional<Boolean> active, Optional<UUID> parentId, Optional<UUID> na, int aantal) {}

    Response answer(Request request, String query, Weergave weergave) {
        Vraag vraag = new Vraag(query, PARAMETERS);
        Zoek zoek = new Zoek(
                vraag.value("name", "een stuk van de naam, van 1 tot " + LANGST + " tekens", text -> Optional.of(text)
                        .filter(one -> !one.isBlank() && one.length() <= LANGST)),
                vraag.value("active", "true of false", Activiteitenlijst::flag),
                vraag.value("parentId", "een UUID", Activiteitadres::id),
                vraag.value(
                        "pageToken", "het kenmerk uit nextPageToken van de vorige bladzijde", Activiteitenlijst::read),
                vraag.value("pageSize", "een getal van 1 tot en met " + MEEST, Activiteitenlijst::size)
                        .orElse(GEWOON));
        if (!vraag.faults().isEmpty()) {
            List<Problem.Fault> faults = vraag.faults();
            return Antwoorden.problem(
                    400, "De vraag klopt niet", faults.getFirst().detail(), faults);
        }
        List<Activiteit> found = activiteiten.all().stream()
                .filter(one -> !one.versies().isEmpty())
                .filter(one -> zoek.na().filter(na -> !isAfter(one.id(), na)).isEmpty())
                .filter(one -> fits(one, zoek, weergave))
                .limit(zoek.aantal() + 1L)
                .toList();
        List<Activiteit> page = found.subList(0, Math.min(zoek.aantal(), found.size()));
        JsonObject json = JsonObject.EMPTY.with(
                "processingActivities",
                Inhoudschrijver.array(page.stream().map(weergave::activity).toList()));
        return Antwoorden.json(
                request,
                found.size() > page.size()
                        ? json.with("nextPageToken", write(page.getLast().id()))
                        : json);
    }

    /// In the order of the stores, which is that of the text.
    private static boolean isAfter(UUID id, UUID other) {
        return id.toString().compareTo(other.toString()) > 0;
    }

    private static boolean fits(Activiteit activiteit, Zoek zoek, Weergave weergave) {
        Inhoud inhoud =
                activiteit.at(weergave.now()).or(activiteit::last).orElseThrow().inhoud();
        return zoek.name()
                        .filter(part -> !lower(inhoud.name()).contains(lower(part)))
                        .isEmpty()
                && zoek.active()
                        .filter(active -> active != activiteit.isActive(weergave.now()))
                        .isEmpty()
                && zoek.parentId()
                        .filter(parent -> !inhoud.verband().parentId().equals(Optional.of(parent)))
                        .isEmpty();
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static Optional<Boolean> flag(String text) {
        return switch (text) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static Optional<Integer> size(String text) {
        return text.matches("[1-9]\\d{0,3}")
                ? Optional.of(Integer.parseInt(text)).filter(size -> size <= MEEST)
                : Optional.empty();
    }

    private static String write(UUID last) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(last.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<UUID> read(String token) {
        try {
            return Activiteitadres.id(new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
