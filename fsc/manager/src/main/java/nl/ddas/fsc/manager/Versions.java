// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.manager;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import nl.ddas.fsc.model.ManagerAddress;
import nl.ddas.fsc.model.PeerId;

/// Whether others can read our contracts: with another version of FSC they drop them without a word.
record Versions(Self self, Lists lists, OtherManagers others, Addresses addresses) {

    /// What an operator should know before a contract goes to these Peers, Dutch. All are asked at the same time: one
    /// that hangs takes a minute.
    List<String> remarks(Set<PeerId> peers) {
        List<FutureTask<List<String>>> asked = peers.stream()
                .filter(peer -> !peer.equals(self.id()))
                .map(peer -> new FutureTask<>(() -> remark(peer).toList()))
                .toList();
        asked.forEach(Thread::startVirtualThread);
        return asked.stream().flatMap(each -> told(each).stream()).toList();
    }

    private static List<String> told(FutureTask<List<String>> asked) {
        try {
            return asked.get();
        } catch (ExecutionException broken) {
            throw new IllegalStateException("asking a peer for its version broke", broken.getCause());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking peers for their versions", stop);
        }
    }

    private Stream<String> remark(PeerId peer) {
        Optional<ManagerAddress> at = addresses.of(peer, false);
        if (at.isEmpty()) {
            return Stream.of("Van deelnemer " + peer + " is nog geen adres bekend: het voorstel wacht tot die deelnemer"
                    + " zich meldt.");
        }
        try {
            String ours = major(lists.peer().text("fsc_version").orElse(""));
            String theirs = major(others.look(new OtherManagers.Called(peer, at.get()), "/peer")
                    .text("fsc_version")
                    .orElse(""));
            return ours.equals(theirs)
                    ? Stream.empty()
                    : Stream.of("Deelnemer " + peer + " gebruikt een andere versie van FSC dan wij: het contract komt"
                            + " daar misschien niet aan.");
        } catch (PeerUnreachable unreachable) {
            return Stream.of("De Manager van deelnemer " + peer
                    + " antwoordt nu niet: het voorstel wordt later nog eens aangeboden.");
        }
    }

    private static String major(String version) {
        return version.split("\\.", 2)[0];
    }
}
