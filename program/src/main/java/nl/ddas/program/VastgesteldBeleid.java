// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.program;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import nl.ddas.basis.Approvals;
import nl.ddas.basis.JsonValue.JsonObject;
import nl.ddas.basis.Proposal;
import nl.ddas.levering.toegang.Beleid;
import nl.ddas.levering.toegang.BeleidJson;
import nl.ddas.levering.toegang.Beleidsbron;

/// The newest rules that one operator proposed and another approved. Read again when the journal has grown, so
/// that a change counts for the next page.
final class VastgesteldBeleid implements Beleidsbron {

    /// What a proposal of rules is called in the journal.
    static final String SOORT = "bron.beleid";

    private final Approvals goedkeuringen;
    private String hoofd = "";
    private Stand nu = new Stand(new Beleid(List.of()), JsonObject.EMPTY);

    /// @throws IOException when the journal cannot be read, or is not what was written
    VastgesteldBeleid(Path map, Clock klok) throws IOException {
        goedkeuringen = Approvals.open(map, klok);
    }

    @Override
    public synchronized Stand nu() throws IOException {
        goedkeuringen.refresh();
        String nieuw = goedkeuringen.head();
        if (!nieuw.equals(hoofd)) {
            nu = new Stand(lees(), versie());
            hoofd = nieuw;
        }
        return nu;
    }

    private Beleid lees() throws IOException {
        try {
            return vastgesteld().map(Proposal::content).map(BeleidJson::lees).orElseGet(() -> new Beleid(List.of()));
        } catch (IllegalArgumentException vreemd) {
            throw new IOException("the rules that were approved cannot be read", vreemd);
        }
    }

    /// Which rules these are: number of the proposal, and number and hash of the last line of the journal.
    private JsonObject versie() {
        JsonObject stand = JsonObject.EMPTY.with("beslispunt", "eigen beleid").with("journaal", goedkeuringen.head());
        return vastgesteld()
                .map(voorstel -> stand.with("beleid", voorstel.id()))
                .orElse(stand);
    }

    /// The newest proposal that was approved, in whatever order that was done: an older one never takes its place.
    /// Empty as long as there is none, and then nothing is granted.
    Optional<Proposal> vastgesteld() {
        return goedkeuringen.proposals(Proposal.Standing.APPROVED).reversed().stream()
                .filter(voorstel -> voorstel.kind().equals(SOORT))
                .findFirst();
    }

    /// Who proposes, approves and rejects.
    Approvals goedkeuringen() {
        return goedkeuringen;
    }
}
