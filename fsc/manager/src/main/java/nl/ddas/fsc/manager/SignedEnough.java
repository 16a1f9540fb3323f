// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import nl.ddas.fsc.model.PeerIdentity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lets a policy sign with each Peer only so much, and leaves what comes then to the operator: without it a
/// member of the Group that a rule trusts could fill our disk, as contracts with our signature are never
/// forgotten.
///
/// @param most contracts with that Peer which we accepted, and which live or were accepted in the last day
/// @param room bytes of their contents together
/// @param policy decides, as long as there is room
record SignedEnough(Contracts contracts, Clock clock, int most, long room, AutoSign policy) implements AutoSign {

    private static final Logger LOG = LoggerFactory.getLogger(SignedEnough.class);

    /// Who revokes what was signed at once gets no room back before the next day.
    private static final Duration LATELY = Duration.ofDays(1);

    private static final int MOST = 1_000;
    private static final long ROOM = 64L * 1024 * 1024;

    /// With the limits that always hold.
    static AutoSign of(Contracts contracts, Clock clock, AutoSign policy) {
        return new SignedEnough(contracts, clock, MOST, ROOM, policy);
    }

    @Override
    public Decision decide(Proposal proposal) {
        Decision decision = policy.decide(proposal);
        return switch (decision) {
            case Decision.Sign _ -> hasRoom(proposal) ? decision : new Decision.Leave();
            case Decision.Leave _, Decision.Refuse _ -> decision;
        };
    }

    private boolean hasRoom(Proposal proposal) {
        PeerIdentity from = proposal.from();
        Instant now = clock.instant();
        Contracts.Amount accepted = contracts.accepted(from.id(), proposal.self(), now, now.minus(LATELY));
        if (accepted.contracts() < most && accepted.bytes() < room) {
            return true;
        }
        LOG.info(
                "contract {} is left to the operator: there are {} contracts with peer {}, of {} bytes",
                proposal.content().hash(),
                accepted.contracts(),
                from.id(),
                accepted.bytes());
        return false;
    }
}
