// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The rules on content, in their order.
final class ContentRules {

    private static final Pattern IV = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    /// More Peers than anybody needs on one contract; each is looked for, and hears what is said about it.
    static final int MAX_PEERS = 100;

    private final Group group;
    private final PeerId self;
    private final GrantRules grantRules;

    /// How content reaches us.
    ///
    /// @param from the Peer that hands it over
    /// @param pathHash hash in the path, when there is a path
    /// @param found we looked it up ourselves: it may have ended
    record Handover(PeerId from, SignatureType type, Optional<String> pathHash, boolean found) {}

    ContentRules(Group group, PeerId self) {
        this.group = group;
        this.self = self;
        this.grantRules = new GrantRules(group);
    }

    /// @throws Refusal with the first rule that fails
    void check(ContractContent content, Handover handover, KnownContracts known, Instant now) {
        shape(content);
        hashAlgorithm(content);
        version(content);
        pathHash(content, handover);
        groupId(content);
        combination(content);
        parties(content, handover);
        Optional<ContentHash> sameIv = known.withIv(content.iv());
        values(content, handover, sameIv.equals(Optional.of(content.hash())), now);
        content.grants().forEach(grantRules::check);
        if (group.switches().strictSubmitter() && handover.pathHash().isEmpty() && !handover.found()) {
            content.grants().forEach(grant -> grantRules.submitter(grant, handover.from()));
        }
        if (sameIv.isPresent() && !sameIv.get().equals(content.hash())) {
            throw invalid("iv: another contract has it already");
        }
    }

    private void shape(ContractContent content) {
        boolean legacy = content.profile() == ContentProfile.V1JCS && group.profile() == ContentProfile.V2;
        if (legacy && !group.switches().acceptLegacyShape()) {
            throw new Refusal(ErrorCode.MALFORMED_REQUEST.because("contract_content: /fsc_version: missing"));
        }
    }

    private static void hashAlgorithm(ContractContent content) {
        if (!content.hashAlgorithm().equals(ContractContent.SHA3_512)) {
            throw new Refusal(ErrorCode.UNKNOWN_HASH_ALGORITHM_HASH.because(
                    "hash_algorithm: expected " + ContractContent.SHA3_512));
        }
    }

    private void version(ContractContent content) {
        boolean known =
                switch (group.profile()) {
                    case V1JCS -> content.fscVersion().isEmpty();
                    case V2 ->
                        content.fscVersion().map(group.fscVersions()::contains).orElse(true);
                };
        if (!known) {
            throw new Refusal(ErrorCode.UNKNOWN_FSC_VERSION.because(
                    group.profile() == ContentProfile.V2
                            ? "fsc_version: expected one of " + new TreeSet<>(group.fscVersions())
                            : "fsc_version: this group is on FSC Core 1.x, which has none"));
        }
    }

    private static void pathHash(ContractContent content, Handover handover) {
        if (handover.pathHash().isEmpty()) {
            return;
        }
        HashText path = HashText.read(handover.pathHash().get());
        if (path instanceof HashText.Unreadable unreadable
                && unreadable.reason() == HashText.Reason.UNKNOWN_ALGORITHM) {
            throw new Refusal(ErrorCode.UNKNOWN_HASH_ALGORITHM_HASH.because("path: " + unreadable.message()));
        }
        if (!content.hash().equals(path)) {
            String kind = path instanceof GrantHash ? "a grant hash" : "another hash";
            throw new Refusal(ErrorCode.URL_PATH_CONTENT_HASH_MISMATCH.because(
                    "the path has " + kind + ", the content in the body has " + content.hash()));
        }
    }

    private void groupId(ContractContent content) {
        if (!content.groupId().equals(group.id())) {
            throw new Refusal(ErrorCode.INCORRECT_GROUP_ID.because("group_id: expected " + group.id()));
        }
    }

    private static void combination(ContractContent content) {
        Set<GrantType> types = content.grants().stream().map(Grant::type).collect(Collectors.toSet());
        if (types.size() > 1 && types.stream().anyMatch(type -> !type.isConnection())) {
            throw new Refusal(ErrorCode.GRANT_COMBINATION_NOT_ALLOWED.because(
                    "a publication grant does not go with grants of another type in one contract"));
        }
    }

    private void parties(ContractContent content, Handover handover) {
        if (!content.peers().contains(handover.from())) {
            throw new Refusal(ErrorCode.SUBMITTING_PEER_NOT_PART_OF_CONTRACT.because(
                    "peer " + handover.from() + " has no role in this contract"));
        }
        if (!content.peers().contains(self)) {
            throw new Refusal(ErrorCode.RECEIVING_PEER_NOT_PART_OF_CONTRACT.because(
                    "peer " + self + ", which receives it, has no role in this contract"));
        }
    }

    private void values(ContractContent content, Handover handover, boolean known, Instant now) {
        Validity validity = content.validity();
        boolean mayHaveEnded = handover.found() || (known && handover.type() != SignatureType.ACCEPT);
        if (content.grants().isEmpty()) {
            throw invalid("grants: expected at least one");
        }
        // What is there already can still be revoked.
        if (!known && content.peers().size() > MAX_PEERS) {
            throw invalid("grants: expected at most " + MAX_PEERS + " different peers, got "
                    + content.peers().size());
        }
        if (!IV.matcher(content.iv()).matches()) {
            throw invalid("iv: expected a UUID in lower case");
        }
        if (!validity.notAfter().isAfter(validity.notBefore())) {
            throw invalid("validity: expected not_after after not_before");
        }
        if (!mayHaveEnded && !validity.notAfter().isAfter(now)) {
            throw invalid("validity: not_after is not in the future");
        }
        if (content.createdAt().isAfter(now.plus(group.skew()))) {
            throw invalid("created_at is in the future");
        }
    }

    static Refusal invalid(String message) {
        return new Refusal(ErrorCode.CONTRACT_VALIDATION_FAILED.because(message));
    }
}
