// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.logboek.register;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import nl.ddas.basis.Bundled;
import nl.ddas.basis.Handler;
import nl.ddas.basis.Headers;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.Problem;
import nl.ddas.basis.Request;
import nl.ddas.basis.Response;

/// The register on the network, to be read only: activities, their versions, parties, and the register as one
/// document for a log. As the draft API of the register (v0.1), by the API Design Rules; the spelling
/// `processing_activities` of the draft leads to the same. Described in `openapi.json`, which anyone may read.
public final class RegisterApi implements Handler {

    /// Where the whole register is, below the address of the register.
    static final String GEHEEL = "/register";

    /// Header of the whole register: which rights it was written for, with a space between them.
    static final String RECHTEN = "Register-Rights";

    /// Before the first version: there was no such activity at that moment.
    static final String GEEN_VERSIE = "https://ddas.example/problemen/geen-versie-op-dit-moment";

    private static final String BESCHRIJVING = "/openapi.json";
    private static final String ACTIVITEITEN = "/processing-activities";
    private static final String ALIAS = "/processing_activities";
    private static final String ENTITEITEN = "/entities";
    private static final Set<String> GEEN = Set.of();

    private final String voorvoegsel;
    private final Supplier<Opslagbron> bronnen;
    private final BooleanSupplier actueel;
    private final Toegang toegang;
    private final Clock clock;

    /// @param voorvoegsel path below which this listens, such as `/v1`; no slash at the end
    /// @param bron store, and the address by which others know the register
    public RegisterApi(String voorvoegsel, Opslagbron bron, Toegang toegang, Clock clock) {
        this(voorvoegsel, () -> bron, () -> true, toegang, clock);
    }

    /// For a log that serves the register it goes by. The register as one document, by which other logs go, is
    /// refused while what this log knows is not the register as it is now ([Registercache#klacht]): a log that
    /// read it would take it for fresh.
    public RegisterApi(String voorvoegsel, Registercache cache, Toegang toegang, Clock clock) {
        this(voorvoegsel, cache::known, () -> cache.klacht().isEmpty(), toegang, clock);
    }

    /// @param bronnen asked once for each request
    /// @param actueel whether what they give is the register as it is now
    private RegisterApi(
            String voorvoegsel, Supplier<Opslagbron> bronnen, BooleanSupplier actueel, Toegang toegang, Clock clock) {
        this.voorvoegsel = voorvoegsel;
        this.bronnen = bronnen;
        this.actueel = actueel;
        this.toegang = toegang;
        this.clock = clock;
    }

    /// Whether a path is one for this API, for a listener that has others too.
    ///
    /// @param path perhaps with a query
    public boolean knows(String path) {
        String plain = plain(path);
        return plain.equals(voorvoegsel + BESCHRIJVING)
                || plain.equals(voorvoegsel + GEHEEL)
                || List.of(ACTIVITEITEN, ALIAS, ENTITEITEN).stream()
                        .map(voorvoegsel::concat)
                        .anyMatch(one -> plain.equals(one) || plain.startsWith(one + "/"));
    }

    private static String plain(String path) {
        return path.split("\\?", 2)[0];
    }

    /// One request, with what follows from it.
    private record Bezoek(
            Request request,
            boolean isActueel,
            Opslagbron bron,
            String query,
            Optional<Set<Recht>> rechten,
            Weergave weergave) {

        Activiteiten activiteiten() {
            return bron.activiteiten();
        }
    }

    @Override
    public Response handle(Request request) {
        String path = plain(request.path());
        if (!path.startsWith(voorvoegsel + "/")) {
            return absent();
        }
        Optional<Set<Recht>> rechten = toegang.of(request);
        // Asked first: what was the register as it is now, still is when it is given, or was just before.
        boolean isActueel = actueel.getAsBoolean();
        Opslagbron bron = bronnen.get();
        Weergave weergave = new Weergave(bron.kop(), rechten.orElse(Set.of()), clock.instant());
        String query = request.path().contains("?") ? request.path().split("\\?", 2)[1] : "";
        Optional<Response> answer = route(
                path.substring(voorvoegsel.length()), new Bezoek(request, isActueel, bron, query, rechten, weergave));
        if (answer.isEmpty()) {
            return absent();
        }
        return request.method().equals("GET") || request.method().equals("HEAD") ? answer.get() : readOnly();
    }

    /// Empty for a path that is not there.
    private Optional<Response> route(String path, Bezoek bezoek) {
        if (path.equals(BESCHRIJVING)) {
            return Optional.of(description());
        }
        String[] parts = path.replaceFirst("^" + ALIAS + "(?=/|$)", ACTIVITEITEN)
                .substring(1)
                .split("/", -1);
        return switch (parts[0]) {
            case "register" -> parts.length == 1 ? Optional.of(whole(bezoek)) : Optional.empty();
            case "entities" -> parts.length == 2 ? Optional.of(entity(parts[1], bezoek)) : Optional.empty();
            case "processing-activities" ->
                switch (parts.length) {
                    case 1 ->
                        Optional.of(new Activiteitenlijst(bezoek.activiteiten())
                                .answer(bezoek.request(), bezoek.query(), bezoek.weergave()));
                    case 2 -> Optional.of(activity(parts[1], bezoek));
                    case 3 -> parts[2].equals("versions") ? Optional.of(versions(parts[1], bezoek)) : Optional.empty();
                    case 4 ->
                        parts[2].equals("versions")
                                ? Optional.of(version(parts[1], parts[3], bezoek))
                                : Optional.empty();
                    default -> Optional.empty();
                };
            default -> Optional.empty();
        };
    }

    private static Response whole(Bezoek bezoek) {
        Vraag vraag = new Vraag(bezoek.query(), GEEN);
        if (!vraag.faults().isEmpty()) {
            return wrong(vraag);
        }
        if (!bezoek.isActueel()) {
            return outdated();
        }
        Response whole = Antwoorden.json(
                bezoek.request(), bezoek.weergave().document(bezoek.bron().document()));
        String rights =
                bezoek.weergave().rechten().stream().map(Recht::scope).sorted().collect(Collectors.joining(" "));
        return rights.isEmpty()
                ? whole
                : new Response(whole.status(), whole.headers().with(RECHTEN, rights), whole.body());
    }

    /// Whether a register written for these rights says all that a log must know.
    static boolean isWhole(String rights) {
        return List.of(rights.split(" ")).contains(Recht.VERTROUWELIJK.scope());
    }

    private static Response activity(String id, Bezoek bezoek) {
        Vraag vraag = new Vraag(bezoek.query(), Set.of("at"));
        Optional<Instant> at = moment(vraag, "at");
        if (!vraag.faults().isEmpty()) {
            return wrong(vraag);
        }
        Optional<Activiteit> found = published(id, bezoek);
        if (found.isEmpty()) {
            return unknown();
        }
        JsonObject json = bezoek.weergave().activity(found.get());
        if (at.isEmpty()) {
            return Antwoorden.json(bezoek.request(), json);
        }
        return found.get()
                .at(at.get())
                .map(one -> Antwoorden.json(
                        bezoek.request(), json.with("version", bezoek.weergave().version(one))))
                .orElseGet(() -> notYet());
    }

    private static Response versions(String id, Bezoek bezoek) {
        Vraag vraag = new Vraag(bezoek.query(), Set.of("validAt"));
        Optional<Instant> validAt = moment(vraag, "validAt");
        if (!vraag.faults().isEmpty()) {
            return wrong(vraag);
        }
        Optional<Activiteit> found = published(id, bezoek);
        if (found.isEmpty()) {
            return unknown();
        }
        List<Versie> versies = validAt.map(at -> found.get().at(at).stream().toList())
                .orElse(found.get().versies());
        return versies.isEmpty()
                ? notYet()
                : Antwoorden.json(
                        bezoek.request(),
                        JsonObject.EMPTY.with(
                                "versions",
                                Inhoudschrijver.array(versies.stream()
                                        .map(bezoek.weergave()::version)
                                        .toList())));
    }

    private static Response version(String id, String nummer, Bezoek bezoek) {
        Vraag vraag = new Vraag(bezoek.query(), GEEN);
        if (!vraag.faults().isEmpty()) {
            return wrong(vraag);
        }
        return published(id, bezoek)
                .filter(_ -> nummer.matches("[1-9]\\d{0,8}"))
                .flatMap(one -> one.version(Integer.parseInt(nummer)))
                .map(one -> Antwoorden.json(bezoek.request(), bezoek.weergave().version(one)))
                .orElseGet(RegisterApi::unknown);
    }

    private static Response entity(String id, Bezoek bezoek) {
        Vraag vraag = new Vraag(bezoek.query(), GEEN);
        if (!vraag.faults().isEmpty()) {
            return wrong(vraag);
        }
        Optional<Entiteit> found = Activiteitadres.id(id).flatMap(bezoek.activiteiten()::entity);
        boolean isOpen = bezoek.weergave().rechten().contains(Recht.PARTIJEN);
        if (!isOpen && found.filter(Entiteit::isPerson).isPresent()) {
            return bezoek.rechten().isEmpty()
                    ? Antwoorden.problem(
                            401,
                            "Wie bent u?",
                            "Gegevens van een persoon zijn niet voor iedereen. Meld u aan met uw certificaat.",
                            List.of())
                    : Antwoorden.problem(
                            403,
                            "Dit mag u niet zien",
                            "Vraag de beheerder van het register om het recht " + Recht.PARTIJEN.scope() + ".",
                            List.of());
        }
        return found.map(one ->
                        Antwoorden.json(bezoek.request(), bezoek.weergave().entity(one)))
                .orElseGet(RegisterApi::unknown);
    }

    /// A draft alone is nobody's business yet.
    private static Optional<Activiteit> published(String id, Bezoek bezoek) {
        return Activiteitadres.id(id).flatMap(bezoek.activiteiten()::find).filter(one -> !one.versies()
                .isEmpty());
    }

    private static Optional<Instant> moment(Vraag vraag, String naam) {
        return vraag.value(naam, "een moment, zoals 2026-01-01T00:00:00Z", Waarden::moment);
    }

    /// With the path below which this listens, wherever that is.
    private Response description() {
        Headers headers = Headers.of("Content-Type", "application/json", "Access-Control-Allow-Origin", "*");
        byte[] document = Bundled.text(RegisterApi.class, "openapi.json")
                .replace("\"url\": \"/v1\"", "\"url\": \"" + voorvoegsel + "\"")
                .getBytes(StandardCharsets.UTF_8);
        return Response.of(200, headers.with("API-Version", Antwoorden.VERSIE), document);
    }

    private static Response wrong(Vraag vraag) {
        List<Problem.Fault> faults = vraag.faults();
        return Antwoorden.problem(400, "De vraag klopt niet", faults.getFirst().detail(), faults);
    }

    private static Response unknown() {
        return Antwoorden.problem(
                404,
                "Dit staat niet in het register",
                "Zoek de activiteit op met GET " + ACTIVITEITEN + ".",
                List.of());
    }

    private static Response notYet() {
        return Antwoorden.typed(
                GEEN_VERSIE,
                404,
                "De activiteit was er op dat moment nog niet",
                "De eerste versie begint later. Vraag alle versies op om te zien wanneer.",
                List.of());
    }

    /// Why is for the administrator alone: it names activities, and those may be confidential.
    private static Response outdated() {
        Response refused = Antwoorden.problem(
                503,
                "Het register kan nu niet in zijn geheel gegeven worden",
                "Dit logboek gaat uit van wat het eerder van het register wist, en dat kan anders zijn dan het register"
                        + " nu is. Houd wat u had, en vraag het straks opnieuw; de beheerder van dit logboek ziet de"
                        + " reden bij /health/ready.",
                List.of());
        return new Response(
                503,
                refused.headers().with("Retry-After", Long.toString(Registerverversing.GEWOON.toSeconds())),
                refused.body());
    }

    private static Response absent() {
        return Antwoorden.problem(
                404,
                "Dit adres bestaat niet",
                "Er zijn " + ACTIVITEITEN + ", " + ENTITEITEN + ", " + GEHEEL + " en " + BESCHRIJVING + ".",
                List.of());
    }

    private static Response readOnly() {
        Response refused = Antwoorden.problem(
                405,
                "Dit register is hier alleen te lezen",
                "Op dit adres kan: GET, HEAD. Versies veranderen nooit; een nieuwe versie maakt de beheerder.",
                List.of());
        return new Response(405, refused.headers().with("Allow", "GET, HEAD"), refused.body());
    }
}
