// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import nl.ddas.basis.JsonValue.JsonArray;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.Response;
import nl.ddas.fsc.model.ContentHash;
import nl.ddas.fsc.model.Contract;
import nl.ddas.fsc.model.ContractContent;
import nl.ddas.fsc.model.ContractState;
import nl.ddas.fsc.model.Cursor;
import nl.ddas.fsc.model.FscError;
import nl.ddas.fsc.model.GrantHash;
import nl.ddas.fsc.model.GrantType;
import nl.ddas.fsc.model.HashText;
import nl.ddas.fsc.model.Paging;
import nl.ddas.fsc.model.SignatureType;

/// Contracts, for operators.
record ManagedContracts(
        Self self,
        Contracts contracts,
        Operations operations,
        ProposalForm form,
        ContractView view,
        Versions versions) {

    private static final int CHUNK = 200;
    private static final int MOST_LOOKED_AT = 5_000;

    /// A contract that is not proposed yet.
    ///
    /// @param remarks Dutch, for the operator
    record Draft(ContractContent content, List<String> remarks) {}

    Response list(ManagementApi.Question question) {
        FormText query = question.query();
        Optional<ContractState> state = choice(query, "state").map(ManagedContracts::state);
        Optional<GrantType> type = choice(query, "grantType").map(text -> GrantType.find(text)
                .orElseThrow(() ->
                        new BadForm("grantType: verwacht werd een soort grant, zoals GRANT_TYPE_SERVICE_CONNECTION.")));
        Optional<String> peer = choice(query, "peerId");
        Optional<String> service = choice(query, "serviceName");
        Instant now = self.now();
        Predicate<Contract> wanted =
                contract -> state.map(s -> operations.state(contract) == s).orElse(true)
                        && peer.map(p -> contract.content().peers().stream()
                                        .anyMatch(id -> id.value().equals(p)))
                                .orElse(true)
                        && service.map(name -> contract.content().grants().stream()
                                        .anyMatch(g -> g.serviceName().equals(name)))
                                .orElse(true);
        Page<Contract> page = page(new ContractQuery(self.id(), type, paging(query)), wanted);
        return Replies.json(
                200,
                JsonObject.EMPTY
                        .with("contracts", Json.array(page.items().stream().map(c -> view.brief(c, now))))
                        .with("nextCursor", page.next().map(Cursor::text).orElse("")));
    }

    private static Optional<String> choice(FormText query, String name) {
        return query.value(name).filter(text -> !text.isEmpty());
    }

    private static ContractState state(String text) {
        for (ContractState state : ContractState.values()) {
            if (state.wire().equals(text) || state.name().equalsIgnoreCase(text)) {
                return state;
            }
        }
        throw new BadForm("state: verwacht werd PROPOSED, VALID, SUSPENDED, REJECTED, REVOKED of EXPIRED.");
    }

    private static Paging paging(FormText query) {
        return switch (Paging.read(query, 2)) {
            case Paging.Reading.Read(Paging paging)
            when paging.after().map(ContractQuery::isKey).orElse(true) -> paging;
            case Paging.Reading.Read _ ->
                throw new BadForm("cursor: verwacht werd een nextCursor die hier eerder is gegeven.");
            case Paging.Reading.Refused _ ->
                throw new BadForm("Verwacht werd een limit van 1 tot 1000 en een cursor die hier eerder is gegeven.");
        };
    }

    /// The state follows from the clock and cannot be asked of the store: we look, a bounded number at a time, and
    /// say where to go on.
    private Page<Contract> page(ContractQuery query, Predicate<Contract> wanted) {
        Paging paging = query.paging();
        List<Contract> found = new ArrayList<>();
        Optional<Cursor> after = paging.after();
        for (int looked = 0; looked < MOST_LOOKED_AT; looked += CHUNK) {
            Paging chunk = new Paging(after, CHUNK, paging.order());
            List<Contract> some = contracts.list(new ContractQuery(query.peer(), query.type(), chunk));
            for (Contract contract : some.subList(0, Math.min(CHUNK, some.size()))) {
                if (wanted.test(contract)) {
                    if (found.size() == paging.limit()) {
                        return new Page<>(found, after);
                    }
                    found.add(contract);
                }
                after = Optional.of(ContractQuery.key(contract));
            }
            if (some.size() <= CHUNK) {
                return new Page<>(found, Optional.empty());
            }
        }
        return new Page<>(found, after);
    }

    Response one(String hash) {
        ContentHash wanted = contentHash(hash);
        return operations
                .find(wanted)
                .map(contract -> Replies.json(200, view.full(contract, self.now())))
                .orElseGet(ManagedContracts::unknown);
    }

    private static Response unknown() {
        return Replies.notThere(
                "Dit contract is hier niet bekend. Zoek het op in de lijst van contracten, of vraag de andere deelnemer"
                        + " of het verstuurd is.");
    }

    /// Reads the hash of a contract; tells when that of a Grant came instead.
    private ContentHash contentHash(String text) {
        return switch (HashText.read(text)) {
            case ContentHash hash -> hash;
            case GrantHash grant ->
                throw new BadForm(
                        "Dit is de hash van een grant ($1$" + grant.type().hashType()
                                + "$...); hier hoort de hash van het contract ($1$1$...)."
                                + contracts
                                        .withGrant(grant)
                                        .map(contract -> " Deze grant staat in contract "
                                                + contract.content().hash() + ".")
                                        .orElse(""));
            case HashText.Unreadable _ ->
                throw new BadForm("Dit is geen hash van een contract. Die begint met $1$1$ en heeft daarna 86 tekens;"
                        + " zet hem in een opdrachtregel tussen enkele aanhalingstekens.");
        };
    }

    /// What an operator wants to say about a contract.
    static Delivery.Action action(JsonObject body) {
        return body.text("type")
                .flatMap(SignatureType::find)
                .map(Delivery.Action::of)
                .orElseThrow(() -> new BadForm("type: verwacht werd accept, reject of revoke."));
    }

    Response sign(String hash, Delivery.Action action) {
        ContentHash contract = contentHash(hash);
        return answer(
                switch (action) {
                    case SUBMIT, ACCEPT -> operations.accept(contract);
                    case REJECT -> operations.reject(contract);
                    case REVOKE -> operations.revoke(contract);
                },
                200,
                List.of());
    }

    Draft draft(JsonObject body) {
        ProposalForm.Proposal proposal = form.read(body);
        try {
            ContractContent content = operations.draft(proposal.validity(), proposal.grants());
            return new Draft(content, versions.remarks(content.peers()));
        } catch (IllegalArgumentException impossible) {
            throw new BadForm(
                    "Dit voorstel past niet in de versie van FSC van deze Group: een Outway met een domeinnaam"
                            + " kan pas vanaf versie 2.");
        }
    }

    Response propose(Draft draft) {
        return answer(operations.propose(draft.content()), 201, draft.remarks());
    }

    private Response answer(Operations.Outcome outcome, int good, List<String> remarks) {
        return switch (outcome) {
            case Operations.Outcome.Done(Contract contract) -> {
                JsonObject full = view.full(contract, self.now());
                yield Replies.json(good, remarks.isEmpty() ? full : full.with("remarks", JsonArray.ofTexts(remarks)));
            }
            case Operations.Outcome.Unknown() -> unknown();
            case Operations.Outcome.NotNow(ContractState state) ->
                Replies.problem(
                        409,
                        "kan-nu-niet",
                        "Dit kan nu niet met dit contract",
                        "Het contract is " + ContractView.dutch(state)
                                + ". Accepteren kan alleen een voorstel; weigeren"
                                + " alleen een voorstel dat u niet zelf hebt geaccepteerd; intrekken alleen een lopend"
                                + " contract of voorstel dat u hebt geaccepteerd.");
            case Operations.Outcome.Refused(FscError error) ->
                Replies.problem(
                        422,
                        "regel-van-fsc",
                        "Het contract voldoet niet aan de regels van FSC",
                        "Regel: " + error.code().wire() + ". Plaats en reden (Engels): " + error.message() + ".");
        };
    }

    Response deliveries() {
        return Replies.json(
                200,
                JsonObject.EMPTY.with(
                        "deliveries",
                        Json.array(operations.undelivered().stream().map(ContractView::delivery))));
    }

    /// Tries again now: everything, or what `contentHash` and `peerId` say.
    Response retry(JsonObject body) {
        if (!Json.isTextOrAbsent(body, "contentHash") || !Json.isTextOrAbsent(body, "peerId")) {
            throw new BadForm("contentHash en peerId: verwacht werd een tekst.");
        }
        Optional<ContentHash> contract = body.text("contentHash").map(this::contentHash);
        Optional<String> peer = body.text("peerId");
        long retried = operations.undelivered().stream()
                .filter(row -> contract.map(row.contract()::equals).orElse(true)
                        && peer.map(row.target().value()::equals).orElse(true))
                .filter(operations::retry)
                .count();
        return Replies.json(200, JsonObject.EMPTY.with("retried", retried));
    }
}
