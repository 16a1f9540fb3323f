// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.basis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import nl.ddas.basis.JsonValue.JsonObject;

/// The one place where four eyes are kept: what one operator proposes, another approves. For an authority, for access
/// policies, for a register.
///
/// Every act is a line in a journal in a folder: signed by its operator, on disk before it counts, chained to the line
/// before. At start all lines are read back and held against the same rules, so the state is what the journal says and
/// nothing else; a line that was changed, removed, added or moved is found and named.
///
/// The first operator appoints himself and then the second; from there on, who is operator is decided like everything
/// else. The folder `beheerders` shows their certificates; a file that somebody puts there by hand makes nobody
/// operator. Several programs may use the folder at once. Safe for many threads.
public final class Approvals {

    private final Path folder;
    private final Clock clock;
    private final ApprovalJournal journal;
    private final OperatorFolder shown;
    private final ApprovalLedger ledger = new ApprovalLedger();

    /// What an act came to.
    public sealed interface Outcome {
        /// It is in the journal.
        ///
        /// @param entry its number is the id when it was a proposal
        record Done(ApprovalEntry entry) implements Outcome {}

        /// Nothing was written.
        record Refused(Objection objection) implements Outcome {}
    }

    private Approvals(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
        this.journal = new ApprovalJournal(folder);
        this.shown = new OperatorFolder(folder.resolve("beheerders"));
    }

    /// Opens a folder, makes it when it is not there, and reads the journal back.
    ///
    /// @throws JournalBroken when the journal is not what was written
    /// @throws IOException when the folder cannot be read or written
    public static Approvals open(Path folder, Clock clock) throws IOException {
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Approvals approvals = new Approvals(folder, clock);
        approvals.refresh();
        approvals.shown.warnOfStrangers(approvals.operators());
        return approvals;
    }

    /// Takes in what other programs added.
    ///
    /// @throws JournalBroken when the journal is not what was written
    /// @throws IOException when it cannot be read
    public synchronized void refresh() throws IOException {
        try (FolderLock _ = FolderLock.take(folder)) {
            catchUp();
        }
    }

    /// Makes somebody operator as long as there are no two: the first himself, and by him the second.
    public Outcome appoint(Operator candidate, OperatorKey by) throws IOException {
        return act(new ApprovalAct.Appoint(candidate), by);
    }

    /// Asks for something that another must approve; the number of the entry is the id.
    ///
    /// @param kind a word with points; `operator.add` and `operator.remove` have methods of their own
    public Outcome propose(String kind, JsonObject content, OperatorKey by) throws IOException {
        return act(new ApprovalAct.Propose(kind, content), by);
    }

    /// Asks that somebody becomes operator, or gets another certificate.
    public Outcome proposeOperator(Operator candidate, OperatorKey by) throws IOException {
        return propose(OperatorChange.ADD, OperatorChange.added(candidate), by);
    }

    /// Asks that a certificate is that of an operator no more.
    ///
    /// @param fingerprint as [Operator#fingerprint]
    public Outcome proposeRemoval(String fingerprint, OperatorKey by) throws IOException {
        return propose(OperatorChange.REMOVE, OperatorChange.removed(fingerprint), by);
    }

    /// Agrees with a proposal; refused for the person who made it.
    public Outcome approve(long id, OperatorKey by) throws IOException {
        return act(new ApprovalAct.Approve(id), by);
    }

    /// Turns a proposal down.
    public Outcome reject(long id, String reason, OperatorKey by) throws IOException {
        return act(new ApprovalAct.Reject(id, reason), by);
    }

    /// Takes back a proposal of his own.
    public Outcome withdraw(long id, OperatorKey by) throws IOException {
        return act(new ApprovalAct.Withdraw(id), by);
    }

    /// Tells that an approved proposal was carried out, and what came of it. What was approved and not carried out when
    /// a program was killed stays [Proposal.Standing#APPROVED], and is to be carried out still.
    public Outcome carriedOut(long id, JsonObject result, OperatorKey by) throws IOException {
        return act(new ApprovalAct.CarryOut(id, result), by);
    }

    /// Writes down what an operator did alone.
    public Outcome note(String kind, JsonObject content, OperatorKey by) throws IOException {
        return act(new ApprovalAct.Note(kind, content), by);
    }

    /// Who may act now.
    public synchronized List<Operator> operators() {
        return ledger.operators();
    }

    /// All proposals, oldest first.
    public synchronized List<Proposal> proposals() {
        return ledger.proposals();
    }

    /// The proposals that stand so, oldest first.
    public List<Proposal> proposals(Proposal.Standing standing) {
        return proposals().stream()
                .filter(proposal -> proposal.standing() == standing)
                .toList();
    }

    /// The proposal with this number; empty when there is none.
    public synchronized Optional<Proposal> proposal(long id) {
        return ledger.proposal(id);
    }

    /// Every act, oldest first.
    public synchronized List<ApprovalEntry> history() {
        return ledger.history();
    }

    /// Number of lines and hash of the last: kept elsewhere, it shows later whether last lines were removed.
    public synchronized String head() {
        return journal.head().toString();
    }

    private synchronized Outcome act(ApprovalAct act, OperatorKey by) throws IOException {
        try (FolderLock _ = FolderLock.take(folder)) {
            catchUp();
            ApprovalEntry entry = new ApprovalEntry(journal.head().lines() + 1, now(), by.operator(), act);
            Optional<Objection> objection = ledger.objection(entry);
            if (objection.isPresent()) {
                return new Outcome.Refused(objection.orElseThrow());
            }
            journal.append(ApprovalLine.write(entry, journal.head().hash(), by));
            // What is in the journal counts, whatever goes wrong after it.
            ledger.add(entry);
            journal.tell();
            shown.show(ledger.operators());
            return new Outcome.Done(entry);
        } catch (ApprovalLine.NotALine unfit) {
            return new Outcome.Refused(Objection.CANNOT_BE_KEPT);
        }
    }

    private void catchUp() throws IOException {
        journal.catchUp(entry -> {
            if (entry.at().isBefore(last())) {
                throw new ApprovalLine.NotALine("is older than the line before");
            }
            Optional<Objection> objection = ledger.objection(entry);
            if (objection.isPresent()) {
                throw new ApprovalLine.NotALine("is not allowed: " + objection.orElseThrow());
            }
            ledger.add(entry);
        });
    }

    /// Never before the act before, whatever the clock does.
    private Instant now() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return now.isBefore(last()) ? last() : now;
    }

    private Instant last() {
        return ledger.lastAt();
    }
}
