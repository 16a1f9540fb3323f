// SPDX-FileCopyrightText: 2026 The DDAS authors
// SPDX-License-Identifier: EUPL-1.2
package nl.ddas.fsc.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.ddas.basis.JsonValue.JsonObject;

/// What Peers agree on (FSC Core, "Contract Content"): the tree as received, and what it means. The tree is the truth:
/// hashes are over all its members, unknown ones too, and it is what is stored and sent on. Never made from the parts.
///
/// The form is right (members, types, known kinds); whether the values are allowed is for [ContractRules].
public final class ContractContent {

    /// The only hash algorithm there is.
    public static final String SHA3_512 = "HASH_ALGORITHM_SHA3_512";

    private final JsonObject tree;
    private final Terms terms;
    private final ContentHash hash;
    private final List<GrantHash> grantHashes;
    private final Set<PeerId> peers;

    /// The parts of the content.
    ///
    /// @param fscVersion present in [ContentProfile#V2] only
    /// @param iv a UUID that makes the content unique
    /// @param grants in the order received, which counts
    record Terms(
            Optional<String> fscVersion,
            String iv,
            String groupId,
            Validity validity,
            List<Grant> grants,
            String hashAlgorithm,
            Instant createdAt) {

        Terms {
            grants = List.copyOf(grants);
        }
    }

    ContractContent(JsonObject tree, Terms terms, List<JsonObject> grantData) {
        this.tree = tree;
        this.terms = terms;
        this.hash = ContentHash.of(tree);
        List<GrantHash> hashes = new ArrayList<>(grantData.size());
        for (int i = 0; i < grantData.size(); i++) {
            hashes.add(GrantHash.of(hash, terms.grants().get(i).type(), grantData.get(i)));
        }
        this.grantHashes = List.copyOf(hashes);
        Set<PeerId> onIt = new TreeSet<>();
        terms.grants().forEach(grant -> onIt.addAll(grant.peers()));
        this.peers = Collections.unmodifiableSet(onIt);
    }

    /// Reads content that was received or stored; either profile, by whether `fsc_version` is there.
    public static ContentReading read(JsonObject tree) {
        return ContentReader.read(tree);
    }

    /// As received.
    public JsonObject tree() {
        return tree;
    }

    public Optional<String> fscVersion() {
        return terms.fscVersion();
    }

    /// The shape of the content.
    public ContentProfile profile() {
        return terms.fscVersion().isPresent() ? ContentProfile.V2 : ContentProfile.V1JCS;
    }

    public String iv() {
        return terms.iv();
    }

    public String groupId() {
        return terms.groupId();
    }

    public Validity validity() {
        return terms.validity();
    }

    /// In the order received, which counts for the hashes.
    public List<Grant> grants() {
        return terms.grants();
    }

    public String hashAlgorithm() {
        return terms.hashAlgorithm();
    }

    public Instant createdAt() {
        return terms.createdAt();
    }

    /// What Peers sign.
    public ContentHash hash() {
        return hash;
    }

    /// One for each Grant, in their order.
    public List<GrantHash> grantHashes() {
        return grantHashes;
    }

    /// The Grant with this hash.
    public Optional<Grant> grant(GrantHash wanted) {
        int at = grantHashes.indexOf(wanted);
        return at < 0 ? Optional.empty() : Optional.of(grants().get(at));
    }

    /// Every Peer on any of the Grants, in order of id: all must accept.
    public Set<PeerId> peers() {
        return peers;
    }

    /// Equal content hashes to the same.
    @Override
    public boolean equals(Object other) {
        return other instanceof ContractContent content && content.hash.equals(hash);
    }

    @Override
    public int hashCode() {
        return hash.hashCode();
    }

    @Override
    public String toString() {
        return "ContractContent[" + hash + "]";
    }
}
