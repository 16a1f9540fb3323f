// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.authority;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.ddas.basis.Approvals;
import nl.ddas.basis.FolderLock;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.Objection;
import nl.ddas.basis.Operator;
import nl.ddas.basis.OperatorKey;
import nl.ddas.basis.Proposal;
import nl.ddas.basis.Proposal.Standing;
import nl.ddas.basis.WholeFile;
import nl.ddas.trust.Identity;
import nl.ddas.trust.KeyMaker;
import nl.ddas.trust.Purpose;

/// An own trust anchor in a folder: a root whose key lies elsewhere most of the time, an issuing authority below
/// it, and the parties that got certificates.
///
/// An order is proposed by one operator and approved by another; it is carried out when it is approved. What
/// was approved when a program was killed is carried out by approving it again. Safe for many threads; several
/// programs may use the folder at once.
public final class OwnAuthority {

    private static final int AUTHORITY_BITS = 4096;

    private final CaFolder folder;
    private final CaSettings settings;
    private final Approvals approvals;
    private final Clock clock;
    private final KeyMaker keys;

    private OwnAuthority(CaFolder folder, CaSettings settings, Approvals approvals, Clock clock, KeyMaker keys) {
        this.folder = folder;
        this.settings = settings;
        this.approvals = approvals;
        this.clock = clock;
        this.keys = keys;
    }

    /// Opens an authority that was begun before.
    ///
    /// @throws AuthorityChanged when its settings or its root are not those of the journal
    /// @throws IOException when the folder cannot be read, or its journal is not what was written
    public static OwnAuthority open(Path folder, Clock clock, SecureRandom random) throws IOException {
        return open(folder, clock, new KeyMaker(AUTHORITY_BITS, random));
    }

    static OwnAuthority open(Path folder, Clock clock, KeyMaker keys) throws IOException {
        CaFolder place = new CaFolder(folder);
        CaSettings settings = place.settings();
        Approvals approvals = Approvals.open(place.approvals(), clock);
        Optional<CaBegin> begin = Register.of(approvals).begin();
        if (begin.isPresent()) {
            begin.get().check(place, settings);
        }
        return new OwnAuthority(place, settings, approvals, clock, keys);
    }

    /// Makes keys and certificates of root and issuing authority, and the first two operators.
    ///
    /// @param secrets both passwords, and where the key of the root goes
    /// @return what stood in the way; empty when it was made
    /// @throws IOException when the folder cannot be written
    public static Optional<String> begin(
            Path folder,
            CaSettings settings,
            CaSecrets secrets,
            OperatorKey first,
            Operator second,
            Clock clock,
            SecureRandom random)
            throws IOException {
        return begin(folder, settings, secrets, first, second, clock, new KeyMaker(AUTHORITY_BITS, random));
    }

    static Optional<String> begin(
            Path folder,
            CaSettings settings,
            CaSecrets secrets,
            OperatorKey first,
            Operator second,
            Clock clock,
            KeyMaker keys)
            throws IOException {
        if (Files.exists(folder.resolve("goedkeuring")) || Files.exists(secrets.rootKey())) {
            return Optional.of("Hier is al een uitgever begonnen. Kies een andere map, of verwijder deze eerst.");
        }
        if (first.operator().isSamePerson(second)) {
            return Optional.of("De twee beheerders zijn dezelfde persoon (zelfde naam of zelfde sleutel).");
        }
        WholeFile.folder(folder);
        CaFolder place = new CaFolder(folder);
        CaCertificates certificates = new CaCertificates(settings, keys.random());
        Identity root = certificates.root(keys.forAuthority(), clock.instant());
        Identity issuing = certificates.issuing(root, keys.forAuthority(), 1, clock.instant());
        place.writeRoot(root, secrets, keys.random());
        place.writeIssuing(1, issuing, secrets, keys.random());
        Approvals approvals = Approvals.open(place.approvals(), clock);
        for (Operator operator : List.of(first.operator(), second)) {
            if (approvals.appoint(operator, first) instanceof Approvals.Outcome.Refused(var objection)) {
                return Optional.of(objection.text());
            }
        }
        Approvals.Outcome _ =
                approvals.note(Register.BEGIN, CaBegin.content(root.leaf(), issuing.leaf(), settings), first);
        place.write(settings);
        new OwnAuthority(place, settings, approvals, clock, keys).publish(secrets, true);
        return Optional.empty();
    }

    public CaSettings settings() {
        return settings;
    }

    /// The journal: who asked and approved what.
    public Approvals approvals() {
        return approvals;
    }

    /// All certificates.
    public Register register() {
        return Register.of(approvals);
    }

    /// What others must trust, as the journal tells.
    ///
    /// @throws java.util.NoSuchElementException when the folder holds settings and no beginning
    public X509Certificate root() {
        return register().root();
    }

    /// Until when it gives certificates: after that its own would end before theirs.
    public Instant issuesUntil() {
        return register().current().certificate().getNotAfter().toInstant().minus(CaCertificates.LEAF_LIFE);
    }

    /// Reads the requests of a party by the rules of this authority.
    ///
    /// @param requests PKCS#10 in DER
    public RequestReading read(Map<Purpose, byte[]> requests) {
        return RequestReading.of(requests, settings);
    }

    /// The request in a proposal for certificates, to look at; empty for another proposal.
    public Optional<PartyRequest> requestIn(Proposal proposal) {
        return CaOrder.of(proposal, settings)
                .flatMap(order -> order instanceof CaOrder.Issue(PartyRequest request, long _)
                        ? Optional.of(request)
                        : Optional.empty());
    }

    /// Asks three certificates for a party.
    public CaOutcome request(PartyRequest request, IdentityProof proof, OperatorKey by) throws IOException {
        return propose(new CaOrder.Issue(request, 0), CaOrder.ISSUE, CaOrder.issue(request, proof, 0), by);
    }

    /// Asks new certificates in the place of those of an earlier request: for the keys that were asked then, or
    /// for new ones.
    ///
    /// @param fresh requests with new keys; empty list for the recorded ones
    public CaOutcome renew(long earlier, List<PartyRequest> fresh, IdentityProof proof, OperatorKey by)
            throws IOException {
        approvals.refresh();
        Optional<CaOrder> before = approvals
                .proposal(earlier)
                .filter(proposal -> proposal.standing() == Standing.CARRIED_OUT)
                .flatMap(proposal -> CaOrder.of(proposal, settings));
        if (!(before.orElse(new CaOrder.Successor(false)) instanceof CaOrder.Issue(PartyRequest recorded, long _))) {
            return CaOutcome.refused("Onder nummer " + earlier + " zijn geen certificaten uitgegeven.");
        }
        PartyRequest request = fresh.isEmpty() ? recorded : fresh.getFirst();
        return propose(new CaOrder.Issue(request, earlier), CaOrder.ISSUE, CaOrder.issue(request, proof, earlier), by);
    }

    /// Asks that certificates count no more. When a key leaked, every certificate for it that counts goes
    /// along, whatever request it is of; and what was revoked for another reason before may be named.
    public CaOutcome revoke(List<BigInteger> serials, RevocationReason reason, OperatorKey by) throws IOException {
        approvals.refresh();
        List<BigInteger> all = new CaRules(register(), clock.instant()).withSameKeys(serials, reason);
        return propose(new CaOrder.Revoke(all, reason), CaOrder.REVOKE, CaOrder.revoke(all, reason), by);
    }

    /// Asks a new issuing authority.
    ///
    /// @param compromised whether the key of the one of now leaked: then it is revoked, and everything issued again
    public CaOutcome succeed(boolean compromised, OperatorKey by) throws IOException {
        return propose(new CaOrder.Successor(compromised), CaOrder.SUCCESSOR, CaOrder.successor(compromised), by);
    }

    private CaOutcome propose(CaOrder order, String kind, JsonObject content, OperatorKey by) throws IOException {
        approvals.refresh();
        List<String> objections = new CaRules(register(), clock.instant()).objections(order);
        return objections.isEmpty() ? outcome(approvals.propose(kind, content, by)) : new CaOutcome.Refused(objections);
    }

    /// Approves a proposal of another operator and carries it out; also one about operators. What is approved
    /// already is carried out still.
    ///
    /// @throws WrongPassword when a key does not open; nothing is approved then
    /// @throws IOException when the folder cannot be read or written
    public synchronized CaOutcome approve(long id, OperatorKey by, CaSecrets secrets) throws IOException {
        // Approving and doing are one act, also for another program on the same folder: each writes keys and lists.
        try (FolderLock _ = FolderLock.take(folder.folder())) {
            return approved(id, by, secrets);
        }
    }

    private CaOutcome approved(long id, OperatorKey by, CaSecrets secrets) throws IOException {
        approvals.refresh();
        Optional<Proposal> proposal = approvals.proposal(id);
        Optional<CaOrder> order = proposal.flatMap(some -> CaOrder.of(some, settings));
        if (order.isEmpty()) {
            return outcome(approvals.approve(id, by));
        }
        List<String> objections = new CaRules(register(), clock.instant()).objections(order.orElseThrow());
        if (!objections.isEmpty() && proposal.orElseThrow().standing() != Standing.CARRIED_OUT) {
            return new CaOutcome.Refused(objections);
        }
        CaWork work = new CaWork(folder, settings, register(), clock, keys);
        Optional<String> closed = work.closed(order.orElseThrow(), secrets);
        if (closed.isPresent()) {
            return CaOutcome.refused(closed.orElseThrow());
        }
        if (proposal.orElseThrow().standing() == Standing.APPROVED) {
            if (!approvals.operators().contains(by.operator())) {
                return CaOutcome.refused(Objection.NOT_AN_OPERATOR.text());
            }
        } else if (approvals.approve(id, by) instanceof Approvals.Outcome.Refused(var objection)) {
            return CaOutcome.refused(objection.text());
        }
        JsonObject result = work.carryOut(id, order.orElseThrow(), secrets);
        CaOutcome outcome = outcome(approvals.carriedOut(id, result, by));
        if (outcome instanceof CaOutcome.Done) {
            published(secrets, true);
        }
        return outcome instanceof CaOutcome.Done ? new CaOutcome.Done(id) : outcome;
    }

    /// Writes what others fetch: certificates, and lists that are due.
    ///
    /// @param now whether lists are made that are not due
    /// @return what was made, and what should have been and could not, Dutch
    public synchronized List<String> publish(CaSecrets secrets, boolean now) throws IOException {
        try (FolderLock _ = FolderLock.take(folder.folder())) {
            return published(secrets, now);
        }
    }

    private List<String> published(CaSecrets secrets, boolean now) throws IOException {
        approvals.refresh();
        return new CaPublication(folder, settings, register(), clock.instant()).write(secrets, now);
    }

    /// Where a web server finds what is public.
    public Path published() {
        return folder.published();
    }

    /// Where the certificates of a request lie, to be sent to the party.
    public Path issued(long request) {
        return folder.issued(request);
    }

    /// Practises what is done when the key of the issuing authority leaked, in a copy: nothing changes here.
    ///
    /// @param copy a folder that is not there yet
    public DrillReport drill(Path copy, CaSecrets secrets) throws IOException {
        return new CaDrill(folder, settings, clock, keys).run(copy, secrets);
    }

    private static CaOutcome outcome(Approvals.Outcome outcome) {
        return switch (outcome) {
            case Approvals.Outcome.Done(var entry) -> new CaOutcome.Done(entry.number());
            case Approvals.Outcome.Refused(var objection) -> CaOutcome.refused(objection.text());
        };
    }
}
