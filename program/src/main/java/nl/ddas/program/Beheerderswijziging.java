// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.util.Optional;
import java.util.stream.Stream;
import nl.ddas.basis.ApprovalAct;
import nl.ddas.basis.Approvals;
import nl.ddas.basis.Operator;
import nl.ddas.basis.Proposal;
import nl.ddas.presentation.Formats;

/// What a proposal about who is operator says, for who must judge it: whom it is about, and which certificate.
record Beheerderswijziging(Proposal voorstel, Approvals goedkeuringen) {

    /// Nothing when the proposal is about something else.
    Velden velden() {
        Velden velden = new Velden();
        voorstel.candidate().ifPresent(wie -> erbij(velden, wie));
        voorstel.content().text("fingerprint").ifPresent(vinger -> eraf(velden, vinger));
        return velden;
    }

    private void erbij(Velden velden, Operator wie) {
        boolean al = goedkeuringen.operators().stream()
                .filter(een -> !een.equals(wie))
                .anyMatch(een -> een.isSamePerson(wie));
        velden.met(al ? "nieuw certificaat van" : "nieuwe beheerder", wie.name())
                .met("certificaat", wie.fingerprint())
                .met(
                        "geldig tot",
                        Formats.moment(wie.certificate().getNotAfter().toInstant()));
    }

    private void eraf(Velden velden, String vinger) {
        velden.met(
                        "geen beheerder meer",
                        met(vinger).map(Operator::name).orElse("(dit certificaat is van geen beheerder)"))
                .met("certificaat", vinger);
    }

    /// Also who is operator no more: who looks back wants to know too.
    private Optional<Operator> met(String vinger) {
        Stream<Operator> aangewezen = goedkeuringen.history().stream()
                .flatMap(een ->
                        een.act() instanceof ApprovalAct.Appoint(Operator wie) ? Stream.of(wie) : Stream.empty());
        Stream<Operator> voorgesteld = goedkeuringen.proposals().stream().flatMap(een -> een.candidate().stream());
        return Stream.concat(aangewezen, voorgesteld)
                .filter(een -> een.fingerprint().equals(vinger))
                .findFirst();
    }
}
