// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import nl.ddas.basis.Bundled;
import nl.ddas.basis.Handler;
import nl.ddas.basis.JsonReading;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.Request;
import nl.ddas.basis.Response;
import nl.ddas.fsc.model.StrictJson;

/// What our operators ask of their Manager, on mutual TLS with internal certificates: the portal and the command line
/// stand on it. Who asks follows from the certificate; what changes something is written in the audit trail before it
/// is done. Described in `management-api.json`.
final class ManagementApi implements Handler {

    private final Operators operators;
    private final AuditTrail audit;
    private final Self self;
    private final Parts parts;

    /// What answers come from.
    record Parts(ManagedContracts contracts, ManagedServices services, ManagedKeys keys, ManagedViews views) {}

    ManagementApi(Operators operators, AuditTrail audit, Self self, Parts parts) {
        this.operators = operators;
        this.audit = audit;
        this.self = self;
        this.parts = parts;
    }

    /// A request that may be handled.
    ///
    /// @param at parts of the path
    record Question(List<String> at, FormText query, JsonObject body) {

        /// A part of the path.
        String at(int index) {
            return at.get(index);
        }
    }

    @Override
    public Response handle(Request request) throws IOException {
        Optional<Operators.Operator> operator =
                request.peer().stream().findFirst().flatMap(operators::find);
        if (operator.isEmpty()) {
            return stranger(request);
        }
        boolean reads = request.method().equals("GET");
        if (!reads && operator.get().role() != Operators.Role.WRITE) {
            return Replies.problem(
                    403,
                    "alleen-lezen",
                    "U mag hier alleen kijken",
                    "Voor deze handeling is de rol write nodig. Vraag het aan wie de Manager beheert.");
        }
        try {
            Question question = question(request, reads);
            String route = request.method() + " " + shape(question.at());
            return reads ? read(route, question) : write(route, question, operator.get());
        } catch (BadForm wrong) {
            return Replies.wrong(wrong.detail());
        }
    }

    private static Response stranger(Request request) {
        String name = request.peer().stream()
                .findFirst()
                .map((X509Certificate certificate) -> Operators.commonName(certificate))
                .flatMap(found -> found)
                .orElse("een onbekende");
        return Replies.problem(
                403,
                "geen-bediener",
                "Dit certificaat is niet van een bediener",
                "Het certificaat is van " + name + ". Zet die naam bij operators in de instellingen van de Manager, of"
                        + " gebruik een ander certificaat.");
    }

    private static Question question(Request request, boolean reads) throws IOException {
        ApiPath path = ApiPath.read(request.path())
                .orElseThrow(() -> new BadForm("Het adres van het verzoek kan niet worden gelezen."));
        return new Question(path.segments(), path.query(), reads ? JsonObject.EMPTY : body(request));
    }

    private static JsonObject body(Request request) throws IOException {
        byte[] bytes = request.body().readNBytes(StrictJson.MAX_BYTES);
        if (bytes.length == 0) {
            return JsonObject.EMPTY;
        }
        // A page of another site, in the browser of an operator, cannot send this without being asked.
        boolean json = request.headers()
                .first("Content-Type")
                .filter(type -> type.split(";", 2)[0].strip().equalsIgnoreCase("application/json"))
                .isPresent();
        if (!json) {
            throw new BadForm("Stuur de inhoud als JSON, met Content-Type: application/json.");
        }
        return switch (JsonReading.of(bytes, StrictJson.LIMITS)) {
            case JsonReading.Read(JsonObject object) -> object;
            case JsonReading.Read _ -> throw new BadForm("Verwacht werd een JSON-object, tussen { en }.");
            case JsonReading.Refused refused -> throw new BadForm(refused.detail());
        };
    }

    /// The path with `*` for what differs from one thing to another.
    private static String shape(List<String> at) {
        return switch (at.size()) {
            case 0 -> "";
            case 1 -> at.getFirst();
            case 2 -> at.getFirst().equals("directory") ? "directory/" + at.get(1) : at.getFirst() + "/*";
            case 3 -> at.getFirst() + "/*/" + at.get(2);
            default -> "?";
        };
    }

    private Response read(String route, Question question) {
        return switch (route) {
            case "GET openapi.json" -> Replies.document(Bundled.text(ManagementApi.class, "management-api.json"));
            case "GET peer" -> parts.views().peer();
            case "GET peers" -> parts.views().peers(question);
            case "GET directory/peers" -> parts.views().directoryPeers(question);
            case "GET directory/services" -> parts.views().directoryServices(question);
            case "GET logs" -> parts.views().logs(question);
            case "GET audit-records" -> parts.views().audit(question);
            case "GET services" -> parts.services().services();
            case "GET services/*" -> parts.services().service(question.at(1));
            case "GET inways" -> parts.services().inways();
            case "GET outways" -> parts.services().outways();
            case "GET outways/*/renewals" -> parts.keys().needed(question);
            case "GET contracts" -> parts.contracts().list(question);
            case "GET contracts/*" -> parts.contracts().one(question.at(1));
            case "GET deliveries" -> parts.contracts().deliveries();
            case String _ -> Replies.notThere("Dit adres bestaat niet. Wat er wel is, staat in /v1/openapi.json.");
        };
    }

    private Response write(String route, Question question, Operators.Operator operator) {
        String subject = question.at().size() > 1 ? question.at(1) : "";
        return switch (route) {
            case "PUT services/*" ->
                audited(operator, "service-put", subject, () -> parts.services().put(subject, question.body()));
            case "DELETE services/*" ->
                audited(operator, "service-remove", subject, () -> parts.services()
                        .remove(Kept.Kind.SERVICE, subject));
            case "DELETE inways/*" ->
                audited(operator, "inway-remove", subject, () -> parts.services()
                        .remove(Kept.Kind.INWAY, subject));
            case "DELETE outways/*" ->
                audited(operator, "outway-remove", subject, () -> parts.services()
                        .remove(Kept.Kind.OUTWAY, subject));
            case "POST outways/*/renewals" ->
                audited(operator, "contracts-renew", subject, () -> parts.keys().propose(question));
            case "POST contracts" -> propose(question, operator);
            case "POST contracts/*/signatures" -> sign(question, operator);
            case String there
            when there.equals("POST deliveries/*") && question.at(1).equals("retries") -> retry(question, operator);
            case String _ -> Replies.notThere("Dit kan hier niet. Wat er wel kan, staat in /v1/openapi.json.");
        };
    }

    private Response propose(Question question, Operators.Operator operator) {
        ManagedContracts.Draft draft = parts.contracts().draft(question.body());
        return audited(operator, "contract-propose", draft.content().hash().value(), () -> parts.contracts()
                .propose(draft));
    }

    private Response sign(Question question, Operators.Operator operator) {
        Delivery.Action action = ManagedContracts.action(question.body());
        String act = "contract-" + action.signature().wire();
        return audited(operator, act, question.at(1), () -> parts.contracts().sign(question.at(1), action));
    }

    private Response retry(Question question, Operators.Operator operator) {
        return audited(
                operator, "delivery-retry", question.body().text("contentHash").orElse("all"), () -> parts.contracts()
                        .retry(question.body()));
    }

    private Response audited(Operators.Operator operator, String act, String subject, Supplier<Response> work) {
        String printable = subject.replaceAll("\\p{Cntrl}", " ");
        String cut = printable.substring(0, Math.min(printable.length(), 200));
        long number = audit.begin(self.now(), new AuditTrail.Act(operator.name(), act, cut));
        try {
            Response answer = work.get();
            audit.end(number, answer.status() < 400 ? "done" : "refused with " + answer.status());
            return answer;
        } catch (BadForm wrong) {
            audit.end(number, "refused with 400");
            throw wrong;
        }
    }
}
